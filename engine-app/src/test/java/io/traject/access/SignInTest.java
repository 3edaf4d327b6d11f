package io.traject.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.testing.TrajectTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@TrajectTest
class SignInTest {

    @LocalServerPort
    int port;

    @Test
    void shouldSendAVisitorToTheSignInPage() throws Exception {
        assertThat(port).isPositive();
    }
}
