package io.traject.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.workers.engine.JobHandler;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JobsActAsSystemTest {

    @Test
    void shouldPassOnEverythingThatAHandlerSays() {
        assertThat(Arrays.stream(JobHandler.class.getDeclaredMethods()).map(Method::getName))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(JobsActAsSystem.AsSystem.class.getDeclaredMethods())
                        .extracting(Method::getName)
                        .contains(name));
    }
}
