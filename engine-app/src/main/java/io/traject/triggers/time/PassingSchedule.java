package io.traject.triggers.time;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.traject.access.SystemActor;
import io.traject.events.Dated;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Looks every few minutes, once in the cluster: shortly after midnight that is a new day, later on for dates that were set in the
 * course of it.
 */
@Configuration
class PassingSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(PassingSchedule.class);
    private static final Duration SWEEP = Duration.ofMinutes(5);

    @Bean
    Task<Void> passDaysTask(PassDays passDays) {
        return Tasks.recurring("triggers.passDays", FixedDelay.of(SWEEP)).execute((task, context) -> pass(passDays));
    }

    static void pass(PassDays passDays) {
        SystemActor.run(() -> passDays.begin().forEach(awaited -> pass(passDays, awaited)));
    }

    /** What fails keeps nothing else waiting; it is tried again the next time. */
    private static void pass(PassDays passDays, Awaited awaited) {
        try {
            Optional<Dated> position = passDays.passSome(awaited, Optional.empty());
            while (position.isPresent()) {
                position = passDays.passSome(awaited, position);
            }
        } catch (RuntimeException e) {
            LOG.error(
                    "Could not look for {} by {} days in organisation {}",
                    awaited.type(),
                    awaited.days(),
                    awaited.organisation(),
                    e);
        }
    }
}
