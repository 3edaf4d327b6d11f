package io.traject.platform;

import io.traject.broker.Broker;
import io.traject.broker.BrokerSettings;
import io.traject.broker.BrokerStartException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Camunda broker with its gateway. */
final class BrokerChild implements Child {

    private static final Logger log = LoggerFactory.getLogger(BrokerChild.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final BrokerSettings settings;
    private volatile @Nullable Broker broker;

    BrokerChild(BrokerSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "Camunda";
    }

    @Override
    public void launch() {
        try {
            broker = Broker.start(settings);
        } catch (BrokerStartException e) {
            throw new PlatformFailure(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void awaitReady() {
        try {
            Objects.requireNonNull(broker, "not launched").awaitReady(START_LIMIT);
        } catch (BrokerStartException e) {
            throw new PlatformFailure(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void awaitExit() throws InterruptedException {
        Broker running = broker;
        if (running == null) {
            return;
        }
        try {
            int code = running.onExit().get();
            log.info("The Camunda broker ended with exit code {}", code);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        Broker running = broker;
        if (running != null) {
            running.close();
        }
    }
}
