package io.traject.workers.engine;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is asked of the engine at once, and how patiently.
 *
 * @param requestsInFlight commands to the engine at once; over some 40 it answers with back-pressure
 * @param jobsInFlight jobs of one type at once, for a handler that doesn't say otherwise
 * @param jobsInFlightByType overrides what a handler says, by job type
 * @param jobTimeout after which the job of a killed instance is handed to another; extended while the handler runs
 * @param longestBackOff before the last retry of a failed job; each earlier one is a quarter of the next
 * @param deliveries whether mail leaves from this process or from workers beside it
 * @param deploysModels whether this process brings changed models to the engine
 * @param engineId tells one engine's deployments from another's in the same database
 */
@ConfigurationProperties("traject.workers")
public record WorkerProperties(
        @DefaultValue("30") int requestsInFlight,
        @DefaultValue("32") int jobsInFlight,
        @DefaultValue Map<String, Integer> jobsInFlightByType,
        @DefaultValue("30s") Duration jobTimeout,
        @DefaultValue("2m") Duration longestBackOff,
        @DefaultValue("embedded") Deliveries deliveries,
        @DefaultValue("true") boolean deploysModels,
        @DefaultValue("default") String engineId) {

    public enum Deliveries {
        EMBEDDED,
        EXTERNAL
    }
}
