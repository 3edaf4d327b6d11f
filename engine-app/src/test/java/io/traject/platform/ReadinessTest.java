package io.traject.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.testing.TestPlatform;
import io.traject.testing.TrajectTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

@TrajectTest
class ReadinessTest {

    @LocalServerPort
    private int port;

    @Test
    void shouldBeReadyOnceTheEngineIs() {
        TestPlatform.awaitEngine();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(status()).isEqualTo(200));
    }

    private int status() {
        return RestClient.create("http://localhost:" + port + "/actuator/health/readiness")
                .get()
                .exchange((request, response) -> response.getStatusCode().value());
    }
}
