package io.traject.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.TrajectApplication;
import io.traject.broker.FreePort;
import io.traject.workers.WorkersApplication;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The application as its users start it: a process of its own with the embedded platform, on free ports; or workers beside
 * it. For tests that kill them.
 */
public final class RunningApplication implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

    /** For those that share a database. */
    public static final String SECRET_KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final List<String> EMBEDDED_PORTS = List.of(
            "TRAJECT_POSTGRES_PORT",
            "TRAJECT_ENGINE_GRPC_PORT",
            "TRAJECT_ENGINE_REST_PORT",
            "TRAJECT_ENGINE_MANAGEMENT_PORT",
            "TRAJECT_ENGINE_COMMAND_PORT",
            "TRAJECT_ENGINE_INTERNAL_PORT",
            "TRAJECT_MAIL_CATCHER_PORT",
            "TRAJECT_OPERATE_PORT",
            "TRAJECT_OPERATE_STORE_PORT");

    private static final Queue<Process> STARTED = new ConcurrentLinkedQueue<>();

    private final Process process;
    private final Path output;
    private final int port;

    private RunningApplication(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    public static RunningApplication start(Path home) {
        return start(home, Map.of());
    }

    /** Starts it and returns at once. @param environment what is to be set beside free ports and the data folder */
    public static RunningApplication start(Path home, Map<String, String> environment) {
        Map<String, String> all = new HashMap<>();
        EMBEDDED_PORTS.forEach(name -> all.put(name, "0"));
        all.put("TRAJECT_HOME", home.toString());
        all.putAll(environment);
        return launch(classpathWithoutTests(), TrajectApplication.class, all);
    }

    /** Starts workers as a process of their own, with nothing on their classpath but what their jar holds. */
    public static RunningApplication startWorkers(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(Map.of("TRAJECT_SECRET_KEY", SECRET_KEY));
        all.putAll(environment);
        return launch(workersClasspath(), WorkersApplication.class, all);
    }

    private static RunningApplication launch(String classpath, Class<?> main, Map<String, String> environment) {
        int port = FreePort.next();
        try {
            Path output = Files.createTempFile(main.getSimpleName(), ".out");
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            System.getProperty("traject.test.jit", "").lines().forEach(command::add);
            command.addAll(List.of(
                    "-Xmx512m",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dtraject.platform.camunda-home=" + System.getProperty("traject.platform.camunda-home"),
                    "-Dtraject.platform.opensearch-home="
                            + System.getProperty("traject.platform.opensearch-home", "none"),
                    "-cp",
                    classpath,
                    main.getName()));
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("SERVER_PORT", Integer.toString(port));
            builder.environment().putAll(environment);
            Process process = builder.start();
            STARTED.add(process);
            return new RunningApplication(process, output, port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Kills whatever a failed test has left running, which would take the processors from those after it. */
    public static final class NothingLeft implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            STARTED.stream().filter(Process::isAlive).forEach(left -> {
                left.descendants().forEach(ProcessHandle::destroyForcibly);
                left.destroyForcibly();
            });
            STARTED.clear();
        }
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public int port() {
        return port;
    }

    public boolean isReady() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return isReady(http);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isReady(HttpClient http) throws IOException, InterruptedException {
        HttpRequest readiness = HttpRequest.newBuilder(address("/actuator/health/readiness"))
                .timeout(ANSWER_LIMIT)
                .build();
        return http.send(readiness, BodyHandlers.discarding()).statusCode() == 200;
    }

    public RunningApplication awaitReady() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            await().atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(200))
                    .failFast(() -> assertThat(process.isAlive()).as(output()).isTrue())
                    .ignoreExceptions()
                    .until(() -> isReady(http));
        } catch (ConditionTimeoutException e) {
            throw new IllegalStateException(output(), e);
        }
        return this;
    }

    /** Everything it has said on the console. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** The processes it has started, and those that they have. */
    public List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Its child whose command contains the text, such as {@code BrokerMain} or {@code bin/postgres}. */
    public ProcessHandle child(String text) {
        return childrenWith(text).findFirst().orElseThrow();
    }

    public boolean hasChild(String text) {
        return childrenWith(text).findFirst().isPresent();
    }

    private Stream<ProcessHandle> childrenWith(String text) {
        return children().stream()
                .filter(child ->
                        commandLine(child).contains(text) && !commandLine(child).startsWith("/bin/sh"));
    }

    /** As {@code kill -9}; its children are left to themselves. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** As Ctrl-C. @return the exit code */
    public int interrupt() {
        signal(handle(), "INT");
        return awaitExit();
    }

    public static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until it has ended by itself. @return the exit code */
    public int awaitExit() {
        try {
            if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("still running:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks it to stop, also where Ctrl-C is ignored, as in what a shell runs in the background. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            awaitExit();
        }
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    private static String workersClasspath() {
        Path classes = Path.of(WorkersApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        try {
            return classes
                    + File.pathSeparator
                    + Files.readString(classes.resolveSibling("workers.classpath"))
                            .strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String classpathWithoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
