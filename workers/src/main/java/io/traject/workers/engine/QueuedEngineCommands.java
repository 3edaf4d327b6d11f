package io.traject.workers.engine;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.traject.workers.engine.EngineCommand.Cancellation;
import io.traject.workers.engine.EngineCommand.Completion;
import io.traject.workers.engine.EngineCommand.Messages;
import io.traject.workers.engine.EngineCommand.Retries;
import io.traject.workers.engine.EngineCommand.Starts;
import io.traject.workers.schedule.ScheduledWork;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The commands as one-time tasks. Without the caller's transaction they would be a promise that nobody made: refused. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class QueuedEngineCommands implements EngineCommands {

    static final int CHUNK = 200;

    private final SchedulerClient schedule;
    private final ScheduledWork work;
    private final ProcessStarts starts;
    private final InstantSource clock = InstantSource.system();

    QueuedEngineCommands(SchedulerClient schedule, ScheduledWork work, ProcessStarts starts) {
        this.schedule = schedule;
        this.work = work;
        this.starts = starts;
    }

    @Override
    public void start(List<ProcessStart> starts) {
        sendStarts(this.starts.add(starts));
    }

    void sendStarts(List<UUID> businessKeys) {
        enqueue(
                EngineCommand.START,
                chunks(businessKeys).stream().map(Starts::new).toList());
    }

    @Override
    public void publish(List<EngineMessage> messages) {
        var correlated = messages.stream()
                .map(message -> new EngineMessage(
                        message.name(),
                        message.correlationKey(),
                        message.messageId(),
                        Correlation.carriedBy(message.variables())))
                .toList();
        enqueue(
                EngineCommand.PUBLISH,
                chunks(correlated).stream().map(Messages::new).toList());
    }

    @Override
    public void completeUserTask(long elementInstanceKey, Map<String, Object> variables) {
        enqueue(
                EngineCommand.COMPLETE_USER_TASK,
                List.of(new Completion(elementInstanceKey, Correlation.carriedBy(variables))));
    }

    @Override
    public void cancelInstance(long processInstanceKey) {
        enqueue(EngineCommand.CANCEL_INSTANCE, List.of(new Cancellation(processInstanceKey)));
    }

    @Override
    public void retryIncidents(List<StandingIncident> incidents) {
        enqueue(
                EngineCommand.RETRY_INCIDENTS,
                chunks(incidents).stream().map(Retries::new).toList());
    }

    private <C extends EngineCommand> void enqueue(TaskDescriptor<C> kind, List<C> commands) {
        if (commands.isEmpty()) {
            return;
        }
        List<TaskInstance<?>> tasks = new ArrayList<>();
        for (var command : commands) {
            tasks.add(kind.instance(UUID.randomUUID().toString()).data(command).build());
        }
        schedule.scheduleBatch(tasks, clock.instant());
        work.wakeAfterCommit();
    }

    private static <T> List<List<T>> chunks(List<T> items) {
        var chunks = new ArrayList<List<T>>();
        for (int from = 0; from < items.size(); from += CHUNK) {
            chunks.add(List.copyOf(items.subList(from, Math.min(from + CHUNK, items.size()))));
        }
        return chunks;
    }
}
