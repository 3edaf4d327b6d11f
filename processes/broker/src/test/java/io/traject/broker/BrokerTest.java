package io.traject.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    @TempDir
    static Path directory;

    private static Broker broker;

    @BeforeAll
    static void start() {
        broker = Broker.start(BrokerSettings.forTests(directory.resolve("a data é")))
                .awaitReady(START_LIMIT);
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @Test
    void shouldBeReady() {
        assertThat(broker.isReady()).isTrue();
        assertThat(broker.logFile()).content().contains("Broker");
    }
}
