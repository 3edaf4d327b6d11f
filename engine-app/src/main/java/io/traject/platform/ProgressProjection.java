package io.traject.platform;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The schema {@code progress}, into which the engine's exporter writes. */
public final class ProgressProjection {

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
}
