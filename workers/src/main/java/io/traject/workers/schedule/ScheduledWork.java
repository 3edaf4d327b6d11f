package io.traject.workers.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Runs what is scheduled, on virtual threads, for as long as the application lives. All who run it must know the same tasks:
 * db-scheduler picks tasks that it does not know, keeps them from the others, and deletes them after a while. The workers as
 * a process of their own, which know only some, don't.
 */
@Component
public class ScheduledWork implements SmartLifecycle {

    private static final int THREADS = 30;

    /** A task of a killed instance is taken over after this many missed heartbeats. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** How soon an instance sees what another one scheduled, or what has become due; its own new work it sees at once. */
    private static final Duration POLLING = Duration.ofMillis(250);

    private static final Duration SHUTDOWN_WAIT = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final ObjectProvider<Task<?>> tasks;
    private final boolean autoStartup;
    private volatile @Nullable Scheduler scheduler;

    ScheduledWork(
            DataSource dataSource,
            ObjectProvider<Task<?>> tasks,
            @Value("${traject.workers.runs-schedules:true}") boolean autoStartup) {
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.tasks = tasks;
        this.autoStartup = autoStartup;
    }

    @Override
    public boolean isAutoStartup() {
        return autoStartup;
    }

    /** Looks for due work as soon as the current transaction has committed. */
    public void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
        } else if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, true);
            TransactionSynchronizationManager.registerSynchronization(new WakeUp());
        }
    }

    private void wake() {
        var running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    @Override
    public synchronized void start() {
        var known = tasks.stream().toList();
        var started = Scheduler.create(
                        dataSource,
                        known.stream()
                                .filter(task -> !(task instanceof OnStartup))
                                .toList())
                .startTasks(startedByThemselves(known))
                .serializer(new JsonSerializer())
                .jdbcCustomization(ScheduleConfiguration.postgreSql())
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString()))
                .threads(THREADS)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(SHUTDOWN_WAIT)
                .failureLogging(LogLevel.WARN, false)
                .build();
        started.start();
        scheduler = started;
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Task<?> & OnStartup> List<T> startedByThemselves(List<Task<?>> tasks) {
        return tasks.stream()
                .filter(OnStartup.class::isInstance)
                .map(task -> (T) task)
                .toList();
    }

    @Override
    public synchronized void stop() {
        var running = scheduler;
        scheduler = null;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    private final class WakeUp implements TransactionSynchronization {

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(ScheduledWork.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(ScheduledWork.this, true);
        }

        @Override
        public void afterCommit() {
            wake();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(ScheduledWork.this);
        }
    }
}
