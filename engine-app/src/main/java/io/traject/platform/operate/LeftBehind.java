package io.traject.platform.operate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process that a killed run may have left on a folder, known by its id, its start and its command. */
final class LeftBehind {

    private static final Logger log = LoggerFactory.getLogger(LeftBehind.class);
    private static final Duration TIME_TO_END = Duration.ofSeconds(10);
    /** Linux derives a start time from the boot time, which moves with corrections of the clock. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;
    private final String mainClass;

    LeftBehind(Path folder, String mainClass) {
        this.file = folder.resolve("process.pid");
        this.mainClass = mainClass;
    }

    void note(ProcessHandle process) throws IOException {
        Files.write(file, List.of(Long.toString(process.pid()), started(process).toString()));
    }

    /** Stops it; it ends by itself too, once it has noticed that its parent is gone. */
    void stop() throws IOException, InterruptedException {
        Optional<ProcessHandle> left = find();
        if (left.isPresent() && !ends(left.get())) {
            log.info(
                    "Stopping process {}, left over from a run that was killed",
                    left.get().pid());
            left.get().destroyForcibly();
            ends(left.get());
        }
        Files.deleteIfExists(file);
    }

    private Optional<ProcessHandle> find() throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.size() < 2
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst()))
                        .filter(process -> isThat(process, Instant.parse(lines.get(1))));
    }

    private boolean isThat(ProcessHandle process, Instant started) {
        return Duration.between(started, started(process)).abs().compareTo(TOLERANCE) <= 0
                && process.info()
                        .commandLine()
                        .map(line -> line.contains(mainClass))
                        .orElse(true);
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private static boolean ends(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
