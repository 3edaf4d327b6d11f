package io.traject.platform.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Permission;
import io.traject.testing.RestCaller;
import io.traject.testing.TestAccounts;
import io.traject.testing.TrajectTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@TrajectTest
class NoRehearsalTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Test
    void shouldKnowNoClockThatMovesOutsideOfARehearsal() {
        var caller = new RestCaller(port, accounts.accessToken(UUID.randomUUID(), Permission.values()));

        assertThat(caller.get("/api/v1/rehearsal/clock").statusCode()).isEqualTo(404);
        assertThat(caller.post("/api/v1/rehearsal/clock", "{\"advance\":\"P1D\"}")
                        .statusCode())
                .isEqualTo(404);
    }
}
