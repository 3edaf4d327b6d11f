package io.traject;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the application: who may use what of whom, and no circles. */
class ModuleBordersTest {

    @Test
    void shouldKeepToTheBordersOfTheRooms() {
        ApplicationModules.of(TrajectApplication.class).verify();
    }
}
