package io.traject.communication;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.RealTime;
import io.traject.workers.mail.OldMails;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Deletes old mails that are in no case's file: notices, test mails. A mail to a resident stays as long as the case (C7). */
@Component
class ForgetStrayMails {

    private static final Logger log = LoggerFactory.getLogger(ForgetStrayMails.class);
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 30);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int CHUNK = 500;

    private final OldMails mails;
    private final Communications communications;
    private final RealTime time;
    private final Duration kept;

    ForgetStrayMails(
            OldMails mails,
            Communications communications,
            RealTime time,
            @Value("${traject.retention.mails:90d}") Duration kept) {
        this.mails = mails;
        this.communications = communications;
        this.time = time;
        this.kept = kept;
    }

    @Bean
    Task<Void> forgetStrayMailsTask() {
        return Tasks.recurring("communication.forgetMails", Schedules.daily(BusinessTime.ZONE, AT_NIGHT))
                .execute((task, context) -> forget());
    }

    /** A chunk at a time, so that nobody waits for long. */
    void forget() {
        Instant before = time.now().minus(kept);
        int deleted = 0;
        UUID last = FIRST;
        List<UUID> chunk;
        do {
            chunk = mails.writtenBefore(before, last, CHUNK);
            var stray = new ArrayList<>(chunk);
            stray.removeAll(communications.casesOfMails(chunk).keySet());
            deleted += mails.delete(stray);
            last = chunk.isEmpty() ? last : chunk.getLast();
        } while (chunk.size() == CHUNK);
        if (deleted > 0) {
            log.info("Deleted {} mails older than {} days that are in no case's file", deleted, kept.toDays());
        }
    }
}
