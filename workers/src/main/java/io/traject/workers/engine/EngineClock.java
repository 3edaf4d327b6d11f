package io.traject.workers.engine;

import io.traject.workers.engine.EngineException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The clock of an engine that was started for a rehearsal, and how far it is with its work. */
public final class EngineClock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EngineClock.class);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    /** Two machines, and a request on its way, never agree to the millisecond. */
    private static final Duration TOLERANCE = Duration.ofMillis(100);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIME_LIMIT).build();
    private final JsonMapper json = new JsonMapper();
    private final InstantSource clock;
    private final List<URI> brokers;

    /**
     * @param clock business time
     * @param brokers the management addresses
     */
    public EngineClock(InstantSource clock, List<URI> brokers) {
        this.clock = clock;
        this.brokers = List.copyOf(brokers);
    }

    /**
     * Sets every broker's clock to business time. A broker forgets it when it restarts.
     *
     * @throws EngineException when a broker can't be reached, or was started without a clock that can be moved
     */
    public void follow() {
        brokers.forEach(this::follow);
    }

    private void follow(URI broker) {
        long engine = call(request(broker, "/actuator/clock").build())
                .path("epochMilli")
                .asLong();
        Duration behind = Duration.ofMillis(clock.millis() - engine);
        if (behind.abs().compareTo(TOLERANCE) > 0) {
            call(request(broker, "/actuator/clock/add")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"offsetMilli\":%d}".formatted(behind.toMillis())))
                    .build());
            log.info("The engine's clock was moved by {}", behind);
        }
    }

    /**
     * Which command each partition has worked off last, all together; it stands still while the engine has nothing to do.
     *
     * @throws EngineException when a broker can't be reached
     */
    public long processed() {
        long processed = 0;
        for (URI broker : brokers) {
            for (JsonNode partition :
                    call(request(broker, "/actuator/partitions").build())) {
                processed += partition.path("processedPosition").asLong();
            }
        }
        return processed;
    }

    private static HttpRequest.Builder request(URI broker, String path) {
        return HttpRequest.newBuilder(broker.resolve(path)).timeout(TIME_LIMIT);
    }

    private JsonNode call(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new EngineException(
                        Reason.REFUSED, "%s answers %d".formatted(request.uri(), answer.statusCode()));
            }
            return json.readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw new EngineException(Reason.UNAVAILABLE, request.uri() + " can't be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Reason.UNAVAILABLE, "interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
