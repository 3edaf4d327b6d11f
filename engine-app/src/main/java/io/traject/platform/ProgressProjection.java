package io.traject.platform;

import io.traject.broker.BrokerSettings;
import io.traject.broker.ExporterSetting;
import io.traject.progress.ExporterSettings;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The schema {@code progress}, into which the engine's exporter writes. */
public final class ProgressProjection {

    /** Who owns the schema and writes into it. */
    public static final String ROLE = "progress";

    private ProgressProjection() {}

    /**
     * Brings the schema up to date; to be called before the engine starts.
     *
     * @param username the owner of the schema
     * @throws PlatformFailure when that doesn't succeed
     */
    public static void migrate(String url, String username, String password) {
        try {
            Flyway.configure(ProgressProjection.class.getClassLoader())
                    .dataSource(url, username, password)
                    .defaultSchema("progress")
                    .createSchemas(false)
                    .locations("classpath:db/progress")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new PlatformFailure("The schema progress could not be brought up to date: " + e.getMessage(), e);
        }
    }

    /**
     * Lets a broker export into the schema.
     *
     * @param installation shared by this engine and its database
     */
    public static BrokerSettings.Builder exporting(
            BrokerSettings.Builder broker, String url, String password, UUID installation) {
        ExporterSettings exporter = new ExporterSettings(url, ROLE, password, installation);
        return broker.classpathOf(ExporterSettings.class)
                .classpathOf(org.postgresql.Driver.class)
                .exporter(new ExporterSetting(ROLE, ExporterSettings.EXPORTER_CLASS, exporter.toArguments()));
    }
}
