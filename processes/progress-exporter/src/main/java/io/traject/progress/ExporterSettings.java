package io.traject.progress;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of the exporter. This class needs nothing of the broker, so that a program which starts one can use it
 * and put the exporter on the broker's classpath by it.
 *
 * @param user owns the schema {@code progress}
 * @param installationId shared by engine and database
 * @param batchSize records in one transaction, at most
 * @param flushInterval how long a record waits for others to share its transaction
 */
public record ExporterSettings(
        String url, String user, String password, UUID installationId, int batchSize, Duration flushInterval) {

    /** The class to name in the broker's settings. */
    public static final String EXPORTER_CLASS = "io.traject.progress.ProgressExporter";

    /** The one that feeds Operate's store and holds up no other. */
    public static final String DETACHED_EXPORTER_CLASS = "io.traject.progress.DetachedExporter";

    private static final int DEFAULT_BATCH_SIZE = 1_000;
    private static final Duration DEFAULT_FLUSH_INTERVAL = Duration.ofMillis(25);

    public ExporterSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException(
                    "The progress exporter's batchSize must be at least 1, not " + batchSize);
        }
        if (flushInterval.isNegative()) {
            throw new IllegalArgumentException("The progress exporter's flushIntervalMillis must not be negative");
        }
    }

    public ExporterSettings(String url, String user, String password, UUID installationId) {
        this(url, user, password, installationId, DEFAULT_BATCH_SIZE, DEFAULT_FLUSH_INTERVAL);
    }

    /** What to give the broker, by name. */
    public Map<String, String> toArguments() {
        return Map.of(
                "url",
                url,
                "user",
                user,
                "password",
                password,
                "installationId",
                installationId.toString(),
                "batchSize",
                Integer.toString(batchSize),
                "flushIntervalMillis",
                Long.toString(flushInterval.toMillis()));
    }

    /** Compares names without case: a broker that is configured by environment variables hands them over in lower case. */
    static ExporterSettings of(Map<String, Object> arguments) {
        var named = new TreeMap<String, Object>(String.CASE_INSENSITIVE_ORDER);
        named.putAll(arguments);
        return new ExporterSettings(
                required(named, "url"),
                required(named, "user"),
                secret(required(named, "password")),
                UUID.fromString(required(named, "installationId")),
                number(named, "batchSize", DEFAULT_BATCH_SIZE),
                Duration.ofMillis(
                        number(named, "flushIntervalMillis", Math.toIntExact(DEFAULT_FLUSH_INTERVAL.toMillis()))));
    }

    private static String required(Map<String, Object> arguments, String name) {
        @Nullable Object value = arguments.get(name);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalArgumentException("The progress exporter needs the argument " + name);
        }
        return value.toString();
    }

    /** {@code env:NAME} stands for an environment variable's value: Camunda writes arguments to its log. */
    private static String secret(String argument) {
        if (!argument.startsWith("env:")) {
            return argument;
        }
        String variable = argument.substring("env:".length());
        @Nullable String value = System.getenv(variable);
        if (value == null) {
            throw new IllegalArgumentException(
                    "The progress exporter's password names the environment variable %s, which is not set"
                            .formatted(variable));
        }
        return value;
    }

    private static int number(Map<String, Object> arguments, String name, int standard) {
        @Nullable Object value = arguments.get(name);
        try {
            return value == null ? standard : Integer.parseInt(value.toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The progress exporter's %s must be a number, not '%s'".formatted(name, value), e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "ExporterSettings[url=" + url + ", user=" + user + ", installationId=" + installationId + "]";
    }
}
