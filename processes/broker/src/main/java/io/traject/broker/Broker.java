package io.traject.broker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A Camunda broker with its gateway, running as a child of this JVM; it ends when this JVM does, however that ends. */
public final class Broker implements AutoCloseable {

    private static final Duration TIME_TO_END = Duration.ofSeconds(25);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private final BrokerSettings settings;
    private final BrokerPorts ports;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    private Broker(BrokerSettings settings, BrokerPorts ports, Process process) {
        this.settings = settings;
        this.ports = ports;
        this.process = process;
    }

    /**
     * Starts a broker and returns at once; {@link #awaitReady} tells when it can be used. An orphan in the same data
     * directory is stopped first.
     *
     * @throws BrokerStartException when it can't be started: no distribution, no JDK, a port or the directory in use
     */
    public static Broker start(BrokerSettings settings) {
        requireParts(settings);
        OrphanBroker.stop(settings.dataDirectory());
        BrokerPorts ports = settings.ports().resolve();
        var command = new BrokerCommand(settings, ports);
        try {
            Files.createDirectories(settings.logFile().getParent());
            emptyDirectory(command.temporaryDirectory());
            Process process = launch(settings, command);
            mark(settings.dataDirectory(), process);
            return new Broker(settings, ports, process);
        } catch (IOException e) {
            throw new BrokerStartException(
                    "The Camunda broker could not be started in %s: %s".formatted(settings.dataDirectory(), e), e);
        }
    }

    private static void requireParts(BrokerSettings settings) {
        if (!Files.isDirectory(settings.camundaHome().resolve("lib"))) {
            throw new BrokerStartException(
                    "There is no Camunda distribution in %s. Maven fetches and unpacks it there: build once with a network connection, or set traject.platform.camunda-home."
                            .formatted(settings.camundaHome()));
        }
        if (!Files.isExecutable(settings.java())) {
            throw new BrokerStartException(
                    "There is no Java at %s to run the Camunda broker with; install a JDK %d or newer."
                            .formatted(settings.java(), Runtime.version().feature()));
        }
    }

    private static Process launch(BrokerSettings settings, BrokerCommand command) throws IOException {
        var builder = new ProcessBuilder(command.line())
                .directory(settings.dataDirectory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(outFile(settings).toFile());
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        return builder.start();
    }

    private static void mark(Path dataDirectory, Process process) throws IOException {
        try {
            new BrokerMark(
                            BrokerMark.ProcessMark.of(process.toHandle()),
                            BrokerMark.ProcessMark.of(ProcessHandle.current()))
                    .write(dataDirectory);
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** A killed broker leaves its unpacked native libraries behind. */
    private static void emptyDirectory(Path directory) throws IOException {
        if (Files.exists(directory)) {
            List<Path> content;
            try (Stream<Path> walk = Files.walk(directory)) {
                content = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : content) {
                Files.delete(path);
            }
        }
        Files.createDirectories(directory);
    }

    private static Path outFile(BrokerSettings settings) {
        return settings.logFile().resolveSibling(settings.logFile().getFileName() + ".out");
    }

    /** The settings it was started with, with the ports that were chosen. */
    public BrokerPorts ports() {
        return ports;
    }

    public URI grpcAddress() {
        return loopback(ports.grpc());
    }

    public URI restAddress() {
        return loopback(ports.rest());
    }

    public URI managementAddress() {
        return loopback(ports.management());
    }

    public Path logFile() {
        return settings.logFile();
    }

    public long pid() {
        return process.pid();
    }

    public BrokerClock clock() {
        return new BrokerClock(http, managementAddress());
    }

    /** Completes with the exit code, also when the broker ends by itself or is killed. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Whether the broker says that its partitions are up; false while it is unreachable. */
    public boolean isReady() {
        var request = HttpRequest.newBuilder(managementAddress().resolve("/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** @throws BrokerStartException when it ends, or is not ready in time; in the latter case it keeps running */
    public Broker awaitReady(Duration limit) {
        return awaitReady(limit, _ -> {});
    }

    /** As {@link #awaitReady(Duration)}; tells some five times a second how long it has been waiting. */
    public Broker awaitReady(Duration limit, Consumer<Duration> progress) {
        Instant start = Instant.now();
        while (!isReady()) {
            Duration waited = Duration.between(start, Instant.now());
            if (endsWithin(POLL_INTERVAL)) {
                throw new BrokerStartException(
                        "The Camunda broker ended with exit code %d before it was ready. Log: %s%s"
                                .formatted(process.exitValue(), settings.logFile(), lastWords()));
            }
            if (waited.compareTo(limit) > 0) {
                throw new BrokerStartException("The Camunda broker was not ready within %d seconds. Log: %s"
                        .formatted(limit.toSeconds(), settings.logFile()));
            }
            progress.accept(waited);
        }
        return this;
    }

    /** Ends the broker and waits for it: in order when it can, by force after a while. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        if (!endsWithin(TIME_TO_END)) {
            process.destroyForcibly();
            endsWithin(TIME_TO_END);
        }
        http.close();
        removeMark();
    }

    private void removeMark() {
        try {
            Files.deleteIfExists(BrokerMark.file(settings.dataDirectory()));
        } catch (IOException e) {
            throw new IllegalStateException("Could not remove the mark of broker " + pid(), e);
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerStartException("Interrupted while waiting for the Camunda broker.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.readAllLines(outFile(settings));
            List<String> last = lines.subList(Math.max(0, lines.size() - 5), lines.size());
            return last.isEmpty() ? "" : System.lineSeparator() + String.join(System.lineSeparator(), last);
        } catch (IOException e) {
            return " (and " + outFile(settings) + " can't be read: " + e + ")";
        }
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
