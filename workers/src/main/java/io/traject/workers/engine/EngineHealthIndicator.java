package io.traject.workers.engine;

import java.util.concurrent.CompletionException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health {@code engine}: it answers, has the models, and its jobs are taken. */
@Component
class EngineHealthIndicator implements HealthIndicator {

    private final EngineConnection connection;
    private final Engine engine;

    EngineHealthIndicator(EngineConnection connection, Engine engine) {
        this.connection = connection;
        this.engine = engine;
    }

    @Override
    public Health health() {
        var state = connection.state();
        if (state != EngineConnection.State.WORKING) {
            return Health.down().withDetail("state", state).build();
        }
        try {
            engine.ping().join();
            return Health.up().withDetail("state", state).build();
        } catch (CompletionException e) {
            return Health.down(e).build();
        }
    }
}
