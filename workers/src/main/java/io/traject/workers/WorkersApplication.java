package io.traject.workers;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The workers as a process of their own: any number of them deliver mail, beside any number of applications. Schedules, the
 * command queue, the models and the schema of the database are the applications' work. Not annotated as a configuration, so
 * that the application's scan of {@code io.traject} passes it by.
 */
@EnableAutoConfiguration
@ComponentScan
public class WorkersApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(WorkersApplication.class)
                .properties("spring.config.name=traject-workers")
                .run(args);
    }

    /** In place of migrating: everything that uses the database waits until an application has done it. */
    @Bean
    static FlywayMigrationStrategy awaitMigrations() {
        return flyway -> new AwaitMigrations(flyway).run();
    }
}
