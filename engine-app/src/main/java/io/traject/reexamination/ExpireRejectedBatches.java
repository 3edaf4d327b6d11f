package io.traject.reexamination;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.traject.kernel.BusinessTime;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A rejected spreadsheet is full of personal data that nobody uses: it is deleted after seven days. */
@Configuration
class ExpireRejectedBatches {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final Duration PAUSE = Duration.ofHours(1);

    @Bean
    Task<Void> expireRejectedBatchesTask(Batches batches, BusinessTime time, PlatformTransactionManager transactions) {
        var transaction = new TransactionTemplate(transactions);
        return Tasks.recurring("reexamination.expireRejected", FixedDelay.of(PAUSE))
                .execute((task, context) -> transaction.executeWithoutResult(
                        status -> batches.deleteRejectedBefore(time.now().minus(KEPT))));
    }
}
