package io.traject.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.broker.FreePort;
import io.traject.testing.ApiClient;
import io.traject.testing.RunningApplication;
import io.traject.testing.SampleResidents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is done twice and nothing is lost when the application is killed while it works (N7). */
class KilledInBetweenTest {

    private static final int RESIDENTS = 500;

    /** Of every five sample residents three want mail, one a letter and one both. */
    private static final int MAILED = 400;

    private static final int LETTERED = 200;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @TempDir
    Path home;

    private final int postgresPort = FreePort.next();

    @Test
    void shouldGiveEveryResidentOneCaseAndOneInvitation() throws Exception {
        Path file = SampleResidents.writeTo(Files.createTempFile("residents", ".xlsx"), RESIDENTS);

        RunningApplication application = start();
        ApiClient api = ApiClient.signIn(application::address, home);
        String batch = "/api/v1/re-examination-batches/"
                + api.upload("/api/v1/re-examination-batches", file).get("id").asString();

        api.post(batch + "/confirmation", "");
        awaitSome("select count(*) from cases_case");
        application.kill();

        application = start();
        api = api.at(application::address);
        awaitState(api, batch, "created");
        assertThat(count("select count(*) from cases_case")).isEqualTo(RESIDENTS);
        assertThat(count("select count(distinct case_id) from reexamination_resident"))
                .isEqualTo(RESIDENTS);

        api.post(batch + "/dispatch", "");
        awaitSome("select count(*) from mail_outbox where state = 'SENT'");
        application.kill();

        application = start();
        api = api.at(application::address);
        awaitState(api, batch, "dispatched");
        assertThat(api.get(batch).get("progress").get("done").asInt()).isEqualTo(MAILED + LETTERED);
        assertThat(count("select count(*) from communication_communication where channel = 'MAIL'"))
                .isEqualTo(MAILED);
        assertThat(count("select count(*) from communication_communication where channel = 'LETTER'"))
                .isEqualTo(LETTERED);
        // The one window that nobody can close: a mail was accepted and we died before noting it. The repeat is the
        // same mail, with the same Message-ID.
        assertThat(count("select count(distinct recipients) from platform_caught_mail"))
                .isEqualTo(MAILED);
        assertThat(count("select count(distinct substring(convert_from(content, 'LATIN1')"
                        + " from '(?i)message-id:\\s*(<[^>]+>)')) from platform_caught_mail"))
                .isEqualTo(MAILED);
        assertThat(count("select count(*) from mail_outbox where state = 'SENT'"))
                .isEqualTo(MAILED);
        awaitProcesses("re-examination-case", "AwaitFinalDate", RESIDENTS);
        application.close();
    }

    private RunningApplication start() {
        return RunningApplication.start(
                        home, Map.of("TRAJECT_DEMO", "true", "TRAJECT_POSTGRES_PORT", Integer.toString(postgresPort)))
                .awaitReady();
    }

    private void awaitSome(String count) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(20)).until(() -> count(count) > 0);
    }

    private static void awaitState(ApiClient api, String batch, String state) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> api.get(batch).get("state").asString().equals(state));
    }

    /** Every case waits where it should, in exactly one process instance. */
    private void awaitProcesses(String processId, String elementId, int expected) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> count("select count(distinct process_instance_key) from progress.element"
                                + " where element_id = '" + elementId + "' and state = 'ACTIVE'")
                        == expected);
    }

    private long count(String sql) throws Exception {
        String password = Files.readString(home.resolve("secrets/postgresql-traject"));
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + postgresPort + "/traject", "traject", password);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
