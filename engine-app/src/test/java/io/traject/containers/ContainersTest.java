package io.traject.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.broker.FreePort;
import io.traject.testing.ApiClient;
import io.traject.testing.SampleResidents;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.ComposeContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A batch of residents through the platform of {@code docker-compose.yml}, with two workers. */
@Testcontainers(disabledWithoutDocker = true)
class ContainersTest {

    private static final Duration START_LIMIT = Duration.ofMinutes(20);
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int RESIDENTS = 20;

    /** Of every five sample residents three want mail, one a letter and one both; and a mail says that all is ready. */
    private static final int MAILED = 16;

    private static final int PORT = 8080;

    private static final Map<String, String> SETTINGS = Map.of(
            "POSTGRES_PASSWORD", "superuser-of-tests",
            "TRAJECT_DATABASE_PASSWORD", "traject-of-tests",
            "TRAJECT_PROGRESS_PASSWORD", "progress-of-tests",
            "TRAJECT_SECRET_KEY", "Y29udGFpbmVycy1vZi10ZXN0cy1jb250YWluZXJzISE=",
            "TRAJECT_INSTALLATION_ID", "01234567-89ab-7cde-8f01-23456789abcd",
            "TRAJECT_DEMO", "true",
            "TRAJECT_PORT", Integer.toString(FreePort.next()),
            "OPERATE_PORT", Integer.toString(FreePort.next()),
            "MAIL_PORT", Integer.toString(FreePort.next()));

    @Container
    private static final ComposeContainer PLATFORM = new ComposeContainer(new File("../docker-compose.yml"))
            .withEnv(SETTINGS)
            .withBuild(true)
            .withScaledService("worker", 2)
            .withExposedService("mail", 8025)
            .withExposedService(
                    "application",
                    PORT,
                    Wait.forHttp("/actuator/health/readiness").withStartupTimeout(START_LIMIT));

    @TempDir
    Path home;

    @Test
    void shouldInviteResidentsByTheWorkers() throws Exception {
        PLATFORM.getContainerByServiceName("application")
                .orElseThrow()
                .copyFileFromContainer(
                        "/var/lib/traject/demo-credentials.json",
                        home.resolve("demo-credentials.json").toString());
        ApiClient api = ApiClient.signIn(path -> address("application", PORT, path), home);
        Path file = SampleResidents.writeTo(home.resolve("residents.xlsx"), RESIDENTS);

        String batch = "/api/v1/re-examination-batches/"
                + api.upload("/api/v1/re-examination-batches", file).get("id").asString();
        api.post(batch + "/confirmation", "");
        awaitState(api, batch, "created");
        api.post(batch + "/dispatch", "");
        awaitState(api, batch, "dispatched");

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(mails().get("total").asInt()).isBetween(MAILED, MAILED + 1));
    }

    private static void awaitState(ApiClient api, String batch, String state) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> api.get(batch).get("state").asString().equals(state));
    }

    private static JsonNode mails() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new JsonMapper()
                    .readTree(http.send(
                                    HttpRequest.newBuilder(address("mail", 8025, "/api/v1/messages"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body());
        }
    }

    private static URI address(String service, int port, String path) {
        return URI.create("http://" + PLATFORM.getServiceHost(service, port) + ":"
                + PLATFORM.getServicePort(service, port) + path);
    }
}
