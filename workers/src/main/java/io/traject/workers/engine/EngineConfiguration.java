package io.traject.workers.engine;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.traject.workers.engine.EngineCommand.Cancellation;
import io.traject.workers.engine.EngineCommand.Completion;
import io.traject.workers.engine.EngineCommand.Messages;
import io.traject.workers.engine.EngineCommand.Retries;
import io.traject.workers.engine.EngineCommand.Starts;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(WorkerProperties.class)
class EngineConfiguration {

    private static final Duration RECONCILIATION = Duration.ofMinutes(1);

    private final RepeatCommand repeat;

    EngineConfiguration(RepeatCommand repeat) {
        this.repeat = repeat;
    }

    @Bean
    Task<Starts> startCommand(SendCommands send) {
        return command(EngineCommand.START, send::start);
    }

    @Bean
    Task<Messages> publishCommand(SendCommands send) {
        return command(EngineCommand.PUBLISH, send::publish);
    }

    @Bean
    Task<Completion> completeUserTaskCommand(SendCommands send) {
        return command(EngineCommand.COMPLETE_USER_TASK, send::completeUserTask);
    }

    @Bean
    Task<Cancellation> cancelInstanceCommand(SendCommands send) {
        return command(EngineCommand.CANCEL_INSTANCE, send::cancelInstance);
    }

    @Bean
    Task<Retries> retryIncidentsCommand(SendCommands send) {
        return command(EngineCommand.RETRY_INCIDENTS, send::retryIncidents);
    }

    private <C extends EngineCommand> Task<C> command(TaskDescriptor<C> kind, Consumer<C> send) {
        return Tasks.oneTime(kind)
                .onFailure(repeat.handler(kind.getDataClass()))
                .onDeadExecutionRevive()
                .execute((task, context) -> send.accept(task.getData()));
    }

    @Bean
    Task<Void> reconcileStartsTask(ReconcileStarts reconcile) {
        return Tasks.recurring("engine.reconcileStarts", FixedDelay.of(RECONCILIATION))
                .execute((task, context) -> reconcile.resendUnclaimed());
    }
}
