package io.traject.testing;

import io.traject.broker.Broker;
import io.traject.broker.BrokerSettings;
import io.traject.broker.FreePort;
import io.traject.platform.ProgressProjection;
import io.traject.platform.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** One PostgreSQL, one Camunda and one virus scanner for all tests of this JVM, each started when it is first asked for. */
public final class TestPlatform {

    /** Other tests, and what they start, may have the processors meanwhile. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration ENGINE_START_LIMIT = Duration.ofMinutes(3);

    /** Which of the JVMs that run tests side by side this is, from 1. */
    private static final String FORK = System.getProperty("traject.test.fork", "1");

    private TestPlatform() {}

    /** The database {@code traject} as its owner sees it; the schema {@code progress} is up to date. */
    public record Database(String url, String username, String password, String progressPassword) {}

    public static Database database() {
        return RunningDatabase.DATABASE;
    }

    /**
     * A database beside it, for a test with an engine of its own: the schema {@code progress} is there and empty, as an
     * operator prepares it for {@code TRAJECT_ENGINE=external}.
     */
    public static Database emptyDatabase(String name) {
        Database database = database();
        String url = database.url().replaceFirst("/traject$", "/" + name);
        String superuser = serverSettings(Path.of("")).superuserPassword();
        execute(database.url(), superuser, "create database " + name + " owner traject");
        execute(url, superuser, "create schema progress authorization progress");
        execute(url, superuser, "grant usage on schema progress to traject");
        execute(
                url,
                superuser,
                "alter default privileges for role progress in schema progress grant select on tables to traject");
        return new Database(url, database.username(), database.password(), database.progressPassword());
    }

    private static void execute(String url, String password, String sql) {
        try (Connection connection = DriverManager.getConnection(url, "postgres", password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The broker, which may still be starting; {@link #awaitEngine()} waits for it. */
    public static Broker broker() {
        return RunningEngine.BROKER;
    }

    public static Broker awaitEngine() {
        return broker().awaitReady(ENGINE_START_LIMIT);
    }

    /** For a test that needs a server of its own. */
    public static PostgresServer.Settings serverSettings(Path folder) {
        return new PostgresServer.Settings(
                Path.of("target", "postgresql", FORK).toAbsolutePath(),
                folder,
                folder.resolve("postgresql.log"),
                FreePort.next(),
                "superuser-of-tests",
                "traject-of-tests",
                "progress-of-tests");
    }

    /** Looks at every document that is supplied in a test; {@link TestClamd} tells what it makes of which. */
    public static TestClamd virusScanner() {
        return RunningVirusScanner.CLAMD;
    }

    /** Points a Spring application at them. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Awaitility.setDefaultTimeout(PATIENCE);
            Database database = database();
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.username(),
                            "spring.datasource.password=" + database.password(),
                            "zeebe.grpc.address=" + broker().grpcAddress(),
                            "zeebe.rest.address=" + broker().restAddress(),
                            "traject.virus-scan.host=127.0.0.1",
                            "traject.virus-scan.port=" + virusScanner().port(),
                            "traject.workers.longest-back-off=1s")
                    .applyTo(context);
        }
    }

    private static final class RunningDatabase {

        static final Database DATABASE = start();

        private static Database start() {
            PostgresServer.Settings settings = serverSettings(Folder.of("database"));
            PostgresServer server = new PostgresServer(settings);
            try {
                server.launch();
                Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
                server.awaitReady();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            ProgressProjection.migrate(server.url(), ProgressProjection.ROLE, settings.progressPassword());
            return new Database(server.url(), "traject", settings.trajectPassword(), settings.progressPassword());
        }
    }

    private static final class RunningEngine {

        static final Broker BROKER = start();

        private static Broker start() {
            Database database = database();
            BrokerSettings settings = ProgressProjection.exporting(
                            BrokerSettings.forTests(Folder.of("engine")).toBuilder(),
                            database.url(),
                            database.progressPassword(),
                            UUID.randomUUID())
                    .build();
            Broker broker = Broker.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return broker;
        }
    }

    private static final class RunningVirusScanner {

        static final TestClamd CLAMD = start();

        private static TestClamd start() {
            try {
                return TestClamd.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Folder {

        private static final Path ROOT = create();

        static Path of(String name) {
            try {
                return Files.createDirectories(ROOT.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** No other JVM has this number at the same time, so that what is there is of an earlier one. */
        private static Path create() {
            Path root = Path.of("target", "test-platform", FORK).toAbsolutePath();
            try {
                FileSystemUtils.deleteRecursively(root);
                return Files.createDirectories(root.resolve(UUID.randomUUID().toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
