package io.traject.platform.postgres;

import io.traject.platform.PlatformFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server that a killed run may have left on a data folder, known by its {@code postmaster.pid}. */
final class Orphan {

    private static final Logger log = LoggerFactory.getLogger(Orphan.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path data;

    Orphan(Path data) {
        this.data = data;
    }

    /** Stops it in an orderly way. A pid file whose number now belongs to another program is removed. */
    void stop() throws IOException, InterruptedException {
        Path file = data.resolve("postmaster.pid");
        Optional<ProcessHandle> noted = notedIn(file);
        if (noted.isEmpty()) {
            return;
        }
        ProcessHandle process = noted.get();
        if (!isServerOf(process)) {
            Files.delete(file);
            return;
        }
        log.info("Stopping the PostgreSQL that an earlier run left behind (pid {})", process.pid());
        if (!ends(process, "-INT") && !ends(process, "-QUIT")) {
            throw new PlatformFailure(
                    "PostgreSQL of an earlier run (pid %d) does not stop. Stop it by hand.".formatted(process.pid()));
        }
    }

    /** Ends it at once; the next start recovers from the write-ahead log. */
    void kill() throws IOException, InterruptedException {
        Optional<ProcessHandle> noted = notedIn(data.resolve("postmaster.pid"));
        if (noted.isPresent() && isServerOf(noted.get())) {
            ends(noted.get(), "-QUIT");
        }
    }

    private static Optional<ProcessHandle> notedIn(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    private boolean isServerOf(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(Path::of)
                .filter(path -> path.endsWith("postgres"))
                .isPresent();
        return postgres && info.arguments().map(List::of).orElse(List.of()).contains(data.toString());
    }

    private static boolean ends(ProcessHandle process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
        try {
            process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
