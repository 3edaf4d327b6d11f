package io.traject.access.audit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.traject.access.SystemActor;
import io.traject.kernel.BusinessTime;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Seals every minute, checks and forgets at night; each once in the cluster. */
@Configuration
class SealSchedule {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final LocalTime CHECK = LocalTime.of(2, 30);
    private static final LocalTime FORGET = LocalTime.of(4, 0);

    @Bean
    Task<Void> sealLogsTask(SealLogs sealLogs) {
        return Tasks.recurring("access.sealLogs", FixedDelay.of(PAUSE)).execute((task, context) -> sealLogs.sealAll());
    }

    @Bean
    Task<Void> checkSealTask(CheckSeal checkSeal) {
        return Tasks.recurring("access.checkSeal", Schedules.daily(BusinessTime.ZONE, CHECK))
                .execute((task, context) -> checkSeal.checkAll());
    }

    @Bean
    Task<Void> forgetOldEntriesTask(ForgetOldEntries forget) {
        return Tasks.recurring("access.forgetOldEntries", Schedules.daily(BusinessTime.ZONE, FORGET))
                .execute((task, context) -> SystemActor.run(forget::forget));
    }
}
