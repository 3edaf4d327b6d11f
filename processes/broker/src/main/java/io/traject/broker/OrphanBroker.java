package io.traject.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A broker that still holds its data directory although the program that started it is gone. */
public final class OrphanBroker {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanBroker.class);
    private static final Duration TIME_TO_END = Duration.ofSeconds(25);

    private OrphanBroker() {}

    /**
     * Stops the orphan of the data directory, if there is one, and waits for its end.
     *
     * @return the number of the process that was stopped
     * @throws BrokerStartException when the broker of this directory is no orphan: its starter is alive
     */
    public static Optional<Long> stop(Path dataDirectory) {
        try {
            Optional<BrokerMark> mark = BrokerMark.read(dataDirectory);
            Optional<ProcessHandle> orphan =
                    mark.flatMap(m -> m.broker().alive()).filter(OrphanBroker::isBroker);
            if (orphan.isPresent() && mark.orElseThrow().starter().alive().isPresent()) {
                throw new BrokerStartException(
                        "The data directory %s is in use by the broker with process id %d, started by process %d. Stop that one first, or use another data directory."
                                .formatted(
                                        dataDirectory,
                                        orphan.get().pid(),
                                        mark.get().starter().pid()));
            }
            orphan.ifPresent(OrphanBroker::end);
            Files.deleteIfExists(BrokerMark.file(dataDirectory));
            return orphan.map(ProcessHandle::pid);
        } catch (IOException e) {
            throw new BrokerStartException("Could not read " + BrokerMark.file(dataDirectory) + ": " + e, e);
        }
    }

    /** A command line that the operating system hides counts as the broker's: number and start time agreed already. */
    private static boolean isBroker(ProcessHandle process) {
        return process.info()
                .commandLine()
                .map(line -> line.contains(BrokerMain.class.getName()))
                .orElse(true);
    }

    private static void end(ProcessHandle orphan) {
        LOG.warn("Stopping Camunda broker {}, left over from a run that was killed", orphan.pid());
        orphan.destroy();
        if (!endsWithin(orphan, TIME_TO_END)) {
            orphan.destroyForcibly();
            endsWithin(orphan, TIME_TO_END);
        }
    }

    private static boolean endsWithin(ProcessHandle process, Duration time) {
        try {
            process.onExit().get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
