package io.traject.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * The file {@code broker.pid} in the data directory: which process the broker is, and which one started it. A start
 * time beside each number tells a process from a later one with the same number.
 */
record BrokerMark(ProcessMark broker, ProcessMark starter) {

    record ProcessMark(long pid, Instant started) {

        /** Linux derives a start time from the boot time, which moves with corrections of the clock. */
        private static final Duration TOLERANCE = Duration.ofSeconds(2);

        static ProcessMark of(ProcessHandle process) {
            return new ProcessMark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
        }

        Optional<ProcessHandle> alive() {
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
        }

        private boolean startedThen(ProcessHandle process) {
            Instant actual = process.info().startInstant().orElse(Instant.EPOCH);
            return Duration.between(started, actual).abs().compareTo(TOLERANCE) <= 0;
        }
    }

    static Path file(Path dataDirectory) {
        return dataDirectory.resolve("broker.pid");
    }

    /** Empty when there is no mark, or one that a full disk or a crash left unreadable. */
    static Optional<BrokerMark> read(Path dataDirectory) throws IOException {
        if (Files.notExists(file(dataDirectory))) {
            return Optional.empty();
        }
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file(dataDirectory))) {
            properties.load(reader);
        }
        if (!properties
                .stringPropertyNames()
                .containsAll(toProperties(0, 0, 0, 0).stringPropertyNames())) {
            return Optional.empty();
        }
        return Optional.of(new BrokerMark(readProcess(properties, "broker"), readProcess(properties, "starter")));
    }

    void write(Path dataDirectory) throws IOException {
        var properties =
                toProperties(broker.pid, broker.started.toEpochMilli(), starter.pid, starter.started.toEpochMilli());
        try (var writer = Files.newBufferedWriter(file(dataDirectory))) {
            properties.store(writer, "Marks a running Camunda broker; removed when it ends");
        }
    }

    private static ProcessMark readProcess(Properties properties, String name) {
        return new ProcessMark(
                Long.parseLong(properties.getProperty(name + ".pid")),
                Instant.ofEpochMilli(Long.parseLong(properties.getProperty(name + ".started"))));
    }

    private static Properties toProperties(long brokerPid, long brokerStarted, long starterPid, long starterStarted) {
        var properties = new Properties();
        properties.setProperty("broker.pid", Long.toString(brokerPid));
        properties.setProperty("broker.started", Long.toString(brokerStarted));
        properties.setProperty("starter.pid", Long.toString(starterPid));
        properties.setProperty("starter.started", Long.toString(starterStarted));
        return properties;
    }
}
