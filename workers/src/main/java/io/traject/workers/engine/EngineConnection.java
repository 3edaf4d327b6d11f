package io.traject.workers.engine;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Once the engine can be reached: deploys the models, then takes jobs, and watches whether it stays. Tries in the
 * background for as long as it takes; an engine that is away never keeps the application from starting.
 */
@Component
class EngineConnection implements SmartLifecycle, EngineState {

    private static final Logger log = LoggerFactory.getLogger(EngineConnection.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration WATCH = Duration.ofSeconds(5);

    private final Engine engine;
    private final DeployModels deployModels;
    private final JobWorkers workers;
    private final ObjectProvider<EngineClock> clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Thread connecting;
    private volatile State state = State.CONNECTING;

    EngineConnection(Engine engine, DeployModels deployModels, JobWorkers workers, ObjectProvider<EngineClock> clock) {
        this.engine = engine;
        this.deployModels = deployModels;
        this.workers = workers;
        this.clock = clock;
    }

    enum State {
        CONNECTING,
        DEPLOYING,
        WORKING,
        AWAY
    }

    State state() {
        return state;
    }

    @Override
    public boolean isWorking() {
        return state == State.WORKING;
    }

    @Override
    public void start() {
        connecting = Thread.ofVirtual().name("engine-connection").start(this::connect);
    }

    private void connect() {
        var pause = FIRST_PAUSE;
        while (!tryToConnect()) {
            if (isStoppedWithin(pause)) {
                return;
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
        while (!isStoppedWithin(WATCH)) {
            watch();
        }
    }

    private boolean tryToConnect() {
        try {
            engine.ping().join();
            clock.ifAvailable(EngineClock::follow);
            state = State.DEPLOYING;
            deployModels.deployChanged();
            workers.open();
            state = State.WORKING;
            return true;
        } catch (RuntimeException e) {
            log.info("Not connected to the engine yet ({}): {}", state, e.getMessage());
            return false;
        }
    }

    private void watch() {
        var before = state;
        try {
            engine.ping().join();
            state = State.WORKING;
        } catch (CompletionException e) {
            state = State.AWAY;
        }
        if (before != state) {
            log.warn("The engine {}", state == State.AWAY ? "is away; commands wait for it" : "is back");
        }
    }

    private boolean isStoppedWithin(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        workers.close();
    }

    @Override
    public boolean isRunning() {
        return connecting != null && stopped.getCount() > 0;
    }
}
