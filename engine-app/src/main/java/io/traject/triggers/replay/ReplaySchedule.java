package io.traject.triggers.replay;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.traject.access.SystemActor;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has replays done: a one-time task of db-scheduler each, taken over by another instance when this one is killed. */
@Configuration
class ReplaySchedule {

    static final TaskDescriptor<UUID> REPLAY = TaskDescriptor.of("triggers.replay", UUID.class);

    private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);

    @Bean
    OneTimeTask<UUID> replayTriggerTask(AdvanceReplay replay) {
        return Tasks.oneTime(REPLAY)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(FIRST_BACK_OFF))
                .execute((task, context) -> SystemActor.run(() -> {
                    boolean more = true;
                    while (more) {
                        more = replay.advance(task.getData());
                    }
                }));
    }
}
