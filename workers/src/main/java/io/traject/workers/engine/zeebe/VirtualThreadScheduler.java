package io.traject.workers.engine.zeebe;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The client's executor: one thread looks after its timers, every job gets a virtual thread of its own. */
final class VirtualThreadScheduler extends ScheduledThreadPoolExecutor {

    private final ExecutorService jobs = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("job-", 0).factory());

    VirtualThreadScheduler() {
        super(1, Thread.ofPlatform().daemon().name("engine-timer").factory());
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public void execute(Runnable job) {
        jobs.execute(job);
    }
}
