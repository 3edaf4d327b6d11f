package io.traject.platform;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The schema into which the engine's exporter writes; it must be there before the engine starts. */
final class ProgressSchema {

    private ProgressSchema() {}

    static void migrate(String url, String username, String password) {
        try {
            Flyway.configure(ProgressSchema.class.getClassLoader())
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
