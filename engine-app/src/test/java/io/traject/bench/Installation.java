package io.traject.bench;

import io.traject.broker.FreePort;
import io.traject.testing.ApiClient;
import io.traject.testing.Browser;
import io.traject.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The application as its users start it, with the demo municipality, and a way into its database. */
final class Installation implements AutoCloseable {

    private final Path home;
    private final int postgresPort = FreePort.next();
    private final RunningApplication application;

    Installation(Path home) {
        this.home = home;
        this.application = RunningApplication.start(
                        home, Map.of("TRAJECT_DEMO", "true", "TRAJECT_POSTGRES_PORT", Integer.toString(postgresPort)))
                .awaitReady();
    }

    /** A case worker of the demo municipality, signed in. */
    Browser caseWorker() throws IOException {
        JsonNode user = new JsonMapper()
                .readTree(Files.readString(home.resolve("demo-credentials.json")))
                .at("/users/0");
        var browser = new Browser(application.address("/").getPort());
        browser.signIn(user.get("username").asString(), user.get("password").asString());
        return browser;
    }

    ApiClient program() throws Exception {
        return ApiClient.signIn(application::address, home);
    }

    /** @param role {@code traject} or {@code progress} */
    Connection database(String role) throws IOException, SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgresPort + "/traject",
                role,
                Files.readString(home.resolve("secrets/postgresql-" + role)));
    }

    ProcessHandle server() {
        return application.handle();
    }

    @Override
    public void close() {
        application.close();
    }
}
