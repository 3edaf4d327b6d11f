package io.traject.reexamination;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.traject.kernel.BusinessTime;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A rejected spreadsheet is full of personal data that nobody uses: it is deleted after seven days. */
@Component
class ExpireRejectedBatches {

    static final Duration KEPT = Duration.ofDays(7);

    private final Batches batches;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    ExpireRejectedBatches(Batches batches, BusinessTime time, TransactionTemplate transaction) {
        this.batches = batches;
        this.time = time;
        this.transaction = transaction;
    }

    void expire() {
        transaction.executeWithoutResult(
                status -> batches.deleteRejectedBefore(time.now().minus(KEPT)));
    }

    /** Once an hour. */
    @Configuration
    static class Schedule {

        private static final Duration PAUSE = Duration.ofHours(1);

        @Bean
        Task<Void> expireRejectedBatchesTask(ExpireRejectedBatches expire) {
            return Tasks.recurring("reexamination.expireRejected", FixedDelay.of(PAUSE))
                    .execute((task, context) -> expire.expire());
        }
    }
}
