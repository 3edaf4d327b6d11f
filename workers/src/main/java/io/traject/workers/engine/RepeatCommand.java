package io.traject.workers.engine;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import io.traject.workers.engine.EngineException.Reason;
import io.traject.workers.engine.SendCommands.PartlySentException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends a failed command again after ½, 1, 2, ... seconds, in the end every five minutes, until the engine takes it; every
 * few seconds if the engine only had too much to do.
 */
@Component
class RepeatCommand {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE_FOR_OVERLOAD = Duration.ofSeconds(4);
    private static final int MAX_DOUBLINGS = 10;

    private final JdbcClient jdbc;

    RepeatCommand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    <C extends EngineCommand> FailureHandler<C> handler(Class<C> type) {
        return (attempt, operations) -> repeat(type, attempt, operations);
    }

    private <C extends EngineCommand> void repeat(
            Class<C> type, ExecutionComplete attempt, ExecutionOperations<C> operations) {
        var cause = attempt.getCause().orElse(null);
        var next = attempt.getTimeDone().plus(pause(attempt.getExecution().consecutiveFailures, cause));
        if (cause instanceof PartlySentException partly && type.isInstance(partly.rest())) {
            operations.reschedule(attempt, next, type.cast(partly.rest()));
        } else {
            operations.reschedule(attempt, next);
        }
        var task = attempt.getExecution().taskInstance;
        jdbc.sql("update scheduled_tasks set last_error = left(?, 500) where task_name = ? and task_instance = ?")
                .params(String.valueOf(cause == null ? null : cause.getMessage()), task.getTaskName(), task.getId())
                .update();
    }

    private static Duration pause(int earlierFailures, @Nullable Throwable cause) {
        var longest = isOverload(cause) ? LONGEST_PAUSE_FOR_OVERLOAD : LONGEST_PAUSE;
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(earlierFailures, MAX_DOUBLINGS));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }

    private static boolean isOverload(@Nullable Throwable cause) {
        var refusal = cause instanceof PartlySentException ? cause.getCause() : cause;
        return refusal instanceof EngineException engine && engine.reason() == Reason.OVERLOADED;
    }
}
