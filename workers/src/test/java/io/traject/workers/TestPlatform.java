package io.traject.workers;

import io.traject.broker.Broker;
import io.traject.broker.BrokerSettings;
import io.traject.broker.ExporterSetting;
import io.traject.progress.ExporterSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Engine, database and mail server of a test run; they end with its JVM. The engine is reached through a door. */
public final class TestPlatform implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Duration START_LIMIT = Duration.ofSeconds(120);

    private static TestPlatform started;

    private final Broker broker;
    private final Door door;
    private final String databaseUrl;
    private final TestMailServer mailServer = new TestMailServer();

    /** Made by Spring; the parts are those of the run. */
    public TestPlatform() {
        if (started == null) {
            Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
            Awaitility.setDefaultPollInterval(Duration.ofMillis(50));
            databaseUrl = startDatabase();
            broker = Broker.start(brokerSettings()).awaitReady(START_LIMIT);
            door = new Door(broker.grpcAddress());
            started = this;
        } else {
            databaseUrl = started.databaseUrl;
            broker = started.broker;
            door = started.door;
        }
    }

    /** A test class may ask before Spring does. */
    private static TestPlatform started() {
        return started == null ? new TestPlatform() : started;
    }

    public static Broker broker() {
        return started().broker;
    }

    public static Door door() {
        return started().door;
    }

    public static TestMailServer mailServer() {
        return started().mailServer;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + databaseUrl,
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "spring.flyway.locations=classpath:db/migration/workers",
                        "zeebe.grpc.address=" + door.address(),
                        "zeebe.rest.address=" + broker.restAddress(),
                        "traject.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        "traject.mail.certificates="
                                + TestCertificates.trusted().pem(),
                        "traject.mail.servers-anywhere=true",
                        "traject.mail.host=127.0.0.1",
                        "traject.mail.port=" + started.mailServer.port(),
                        "traject.workers.job-timeout=3s",
                        "traject.workers.longest-back-off=1s")
                .applyTo(context);
    }

    private String startDatabase() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .start();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create schema progress");
                statement.execute(progressMigration("V1__progress.sql"));
                statement.execute(progressMigration("V2__forget.sql"));
            }
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("classpath:db/migration/workers")
                    .load()
                    .migrate();
            return postgres.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String progressMigration(String file) throws IOException {
        try (var sql = ExporterSettings.class.getResourceAsStream("/db/progress/" + file)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private BrokerSettings brokerSettings() {
        try {
            var directory = Files.createTempDirectory(Path.of("target"), "engine");
            var exporter = new ExporterSettings(databaseUrl, "postgres", "postgres", UUID.randomUUID());
            return BrokerSettings.forTests(directory).toBuilder()
                    .classpathOf(ExporterSettings.class)
                    .classpathOf(org.postgresql.Driver.class)
                    .exporter(new ExporterSetting("progress", ExporterSettings.EXPORTER_CLASS, exporter.toArguments()))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
