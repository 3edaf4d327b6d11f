package io.traject.chaos;

import io.traject.testing.ApiClient;
import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Repeats each call, with its Idempotency-Key, until it is acknowledged, as a careful program does. */
final class Caller {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long PAUSE_NANOS = 200_000_000;
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;

    private final ApiClient api;
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();

    Caller(ApiClient api) {
        this.api = api;
    }

    interface Call<T> {
        T make(ApiClient api) throws IOException, InterruptedException;
    }

    /** @return whether it was acknowledged; a refusal is remembered */
    boolean post(String path, String body) {
        String key = UUID.randomUUID().toString();
        var answer = untilAnswered(client -> {
            var response = client.answerTo(path, body, key);
            if (response.statusCode() >= SERVER_ERROR) {
                throw new IOException(path + " answers " + response.statusCode());
            }
            return response;
        });
        if (answer.statusCode() >= CLIENT_ERROR) {
            refused.add(path + " answers " + answer.statusCode() + ": " + answer.body());
            return false;
        }
        acknowledged.incrementAndGet();
        return true;
    }

    JsonNode get(String path) {
        return JSON.readTree(untilAnswered(client -> client.get(path)).toString());
    }

    /** A call that is the same however often it is made. */
    <T> T untilAnswered(Call<T> call) {
        while (true) {
            try {
                return call.make(api);
            } catch (IOException | IllegalStateException | DataAccessException e) {
                repeated.incrementAndGet();
                LockSupport.parkNanos(PAUSE_NANOS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    int repeated() {
        return repeated.get();
    }

    List<String> refused() {
        return List.copyOf(refused);
    }
}
