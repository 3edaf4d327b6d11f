package io.traject.platform.operate;

import io.traject.broker.ChildMain;
import io.traject.broker.ClassLocation;
import io.traject.platform.Child;
import io.traject.platform.PlatformFailure;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Java program as a child: bounded memory, nothing inherited, ended together with this process. */
final class JavaChild implements Child {

    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final int REFUSED = 400;

    private final Program program;
    private final LeftBehind leftBehind;
    private volatile @Nullable Process process;

    /**
     * What is started.
     *
     * @param name as people know it
     * @param folder belongs to the program alone
     * @param log what it says on its console, of the newest start
     * @param page answers once it serves
     */
    record Program(
            String name,
            String mainClass,
            List<String> arguments,
            int heapMegabytes,
            List<String> classpath,
            Map<String, String> environment,
            Path folder,
            Path log,
            URI page) {

        /** Its command line. The classpath is in the environment: a short line shows the main class wherever processes are listed. */
        List<String> line() {
            List<String> line = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx" + heapMegabytes + "m",
                    "-XX:+UseSerialGC",
                    "-XX:+ExitOnOutOfMemoryError",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Djava.io.tmpdir=" + temporary(),
                    ChildMain.class.getName(),
                    mainClass));
            line.addAll(arguments);
            return line;
        }

        Path temporary() {
            return folder.resolve("tmp");
        }
    }

    JavaChild(Program program) {
        this.program = program;
        this.leftBehind = new LeftBehind(program.folder(), program.mainClass());
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public void launch() throws InterruptedException {
        stop();
        try {
            Files.createDirectories(program.temporary());
            leftBehind.stop();
            ProcessBuilder builder = new ProcessBuilder(program.line())
                    .directory(program.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(program.log().toFile());
            builder.environment().clear();
            builder.environment().putAll(program.environment());
            builder.environment().put("LC_ALL", "C.UTF-8");
            builder.environment().put("CLASSPATH", classpath());
            Process started = builder.start();
            process = started;
            leftBehind.note(started.toHandle());
        } catch (IOException e) {
            throw new PlatformFailure("%s could not be started: %s".formatted(name(), e.getMessage()), e);
        }
    }

    private String classpath() {
        List<String> entries = new ArrayList<>();
        entries.add(ClassLocation.of(ChildMain.class, program.folder().resolve("lib"))
                .toString());
        entries.addAll(program.classpath());
        return String.join(File.pathSeparator, entries);
    }

    @Override
    public void awaitReady() throws InterruptedException {
        Process starting = Objects.requireNonNull(process, "not launched");
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!serves(http)) {
                if (starting.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new PlatformFailure("%s ended while it was starting, with exit code %d (see %s)"
                            .formatted(name(), starting.exitValue(), program.log()));
                }
                if (System.nanoTime() > deadline) {
                    throw new PlatformFailure("%s did not serve within %d s (see %s)"
                            .formatted(name(), START_LIMIT.toSeconds(), program.log()));
                }
            }
        }
    }

    private boolean serves(HttpClient http) throws InterruptedException {
        HttpRequest look =
                HttpRequest.newBuilder(program.page()).timeout(ANSWER_LIMIT).build();
        try {
            return http.send(look, BodyHandlers.discarding()).statusCode() < REFUSED;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void awaitExit() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.waitFor();
        }
    }

    @Override
    public void stop() {
        Process running = process;
        if (running == null || !running.isAlive()) {
            return;
        }
        try {
            running.getOutputStream().close();
            if (!running.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            running.destroyForcibly();
        } catch (InterruptedException e) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
