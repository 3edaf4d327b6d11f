package io.traject.workers.engine;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health {@code engine}: it answers, has the models, and its jobs are taken. */
@Component
class EngineHealthIndicator implements HealthIndicator {

    private final EngineConnection connection;

    EngineHealthIndicator(EngineConnection connection) {
        this.connection = connection;
    }

    @Override
    public Health health() {
        var state = connection.state();
        var health = state == EngineConnection.State.WORKING ? Health.up() : Health.down();
        return health.withDetail("state", state).build();
    }
}
