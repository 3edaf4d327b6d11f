package io.traject.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.testing.ApiClient;
import io.traject.testing.Browser;
import io.traject.testing.RunningApplication;
import io.traject.testing.SampleResidents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What an operator does with a stopped platform. */
@ExtendWith(RunningApplication.NothingLeft.class)
class MaintenanceTest {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Pattern NEW_PASSWORD = Pattern.compile("The new password of casper is (\\S+)");
    private static final int RESIDENTS = 3;

    @Test
    void shouldGoOnElsewhereWhereABackupWasMade(@TempDir Path folder) throws Exception {
        Path home = folder.resolve("home");
        Path elsewhere = folder.resolve("elsewhere");
        Path backup = folder.resolve("backups/traject.tar.gz");
        RunningApplication original = start(home);
        String batch = dispatch(ApiClient.signIn(original::address, home), folder);

        assertThat(told(home, "traject.backup", backup)).contains("Not done", "already running");
        original.interrupt();
        assertThat(told(home, "traject.backup", backup)).contains("readable by you alone");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(told(home, "traject.restore", backup)).contains("Not done", "is not empty");
        assertThat(told(elsewhere, "traject.restore", backup)).contains("Never run it beside");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(elsewhere)))
                .isEqualTo("rwx------");

        assertThat(told(elsewhere, "traject.reset-password", "nobody")).contains("no active user 'nobody'");
        Matcher told = NEW_PASSWORD.matcher(told(elsewhere, "traject.reset-password", "casper"));
        assertThat(told.find()).isTrue();

        RunningApplication copy = start(elsewhere);
        assertThat(Browser.location(new Browser(copy.address("/").getPort()).signIn("casper", told.group(1))))
                .isEqualTo("/");
        ApiClient api = ApiClient.signIn(copy::address, elsewhere);
        JsonNode invited = api.get("/api/v1/cases?batch=" + batch).get("items").get(0);
        String theCase = "/api/v1/cases/" + invited.get("id").asString();
        api.post(theCase + "/supplied-data", "{\"data\":{\"inkomen\":\"1.250,00\"}}");
        awaitThat(
                () -> assertThat(api.get("/api/v1/tasks").get("total").asInt()).isEqualTo(1));
        // Nothing that was done before is done again.
        assertThat(api.get("/api/v1/cases?batch=" + batch).get("total").asInt()).isEqualTo(RESIDENTS);
        assertThat(api.get(theCase + "/communications").get("items").size()).isEqualTo(1);
        copy.close();
    }

    private static RunningApplication start(Path home) {
        return RunningApplication.start(home, Map.of("TRAJECT_DEMO", "true")).awaitReady();
    }

    private static String dispatch(ApiClient api, Path folder) throws Exception {
        Path residents = SampleResidents.writeTo(folder.resolve("residents.xlsx"), RESIDENTS);
        String id = api.upload("/api/v1/re-examination-batches", residents)
                .get("id")
                .asString();
        String batch = "/api/v1/re-examination-batches/" + id;
        api.post(batch + "/confirmation", "");
        awaitThat(() -> assertThat(api.get(batch).get("state").asString()).isEqualTo("created"));
        api.post(batch + "/dispatch", "");
        awaitThat(() -> assertThat(api.get(batch).get("state").asString()).isEqualTo("dispatched"));
        return id;
    }

    /** Does it in a process of its own, and answers what that said. */
    private static String told(Path home, String option, Object value) {
        String variable = option.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        RunningApplication work = RunningApplication.start(home, Map.of(variable, String.valueOf(value)));
        work.awaitExit();
        return work.output();
    }

    private static void awaitThat(ThrowingRunnable assertion) {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(300)).untilAsserted(assertion);
    }
}
