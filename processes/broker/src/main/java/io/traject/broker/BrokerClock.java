package io.traject.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/**
 * The engine's clock, movable when the broker was started with {@link BrokerSettings#controlledClock()}. The broker
 * forgets what was set here when it restarts.
 */
public final class BrokerClock {

    private final HttpClient http;
    private final URI address;

    BrokerClock(HttpClient http, URI managementAddress) {
        this.http = http;
        this.address = managementAddress.resolve("/actuator/clock");
    }

    /** Moves the clock by this much more; it keeps running. */
    public void advance(Duration duration) {
        send(post("/add", "{\"offsetMilli\":%d}".formatted(duration.toMillis())));
    }

    /** Stops the clock at an instant. */
    public void pin(Instant instant) {
        send(post("/pin", "{\"epochMilli\":%d}".formatted(instant.toEpochMilli())));
    }

    /** Back to real time. */
    public void reset() {
        send(HttpRequest.newBuilder(address).DELETE());
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private void send(HttpRequest.Builder request) {
        try {
            var response =
                    http.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        "The broker refused to move its clock: " + response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's clock can't be reached at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while moving the broker's clock", e);
        }
    }
}
