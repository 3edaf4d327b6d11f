package io.traject.workers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the tables of the workers; an application makes them, so that there is one who does. */
final class AwaitMigrations {

    private static final Logger log = LoggerFactory.getLogger(AwaitMigrations.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Flyway flyway;
    private final CompletableFuture<Void> migrated = new CompletableFuture<>();

    AwaitMigrations(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Waits without a limit: whoever started the workers first starts the application next. Ctrl-C interrupts it. */
    void run() {
        look(true);
        try {
            migrated.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before an application had prepared the database", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void look(boolean first) {
        if (isMigrated()) {
            migrated.complete(null);
            return;
        }
        if (first) {
            log.info("Waiting for an application to prepare the database");
        }
        CompletableFuture.delayedExecutor(LOOK.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> look(false));
    }

    private boolean isMigrated() {
        try {
            return flyway.info().pending().length == 0;
        } catch (FlywayException e) {
            log.warn("The database can't be used yet: {}", e.getMessage());
            return false;
        }
    }
}
