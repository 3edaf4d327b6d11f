package io.traject.communication.bounces;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.traject.communication.MailBounces;
import io.traject.kernel.RealTime;
import io.traject.workers.mail.MailOutbox;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the mailbox every minute, once in the cluster, when there is one. */
@Configuration
@EnableConfigurationProperties(BounceProperties.class)
class BounceConfiguration {

    @Bean
    @ConditionalOnExpression("!'${traject.mail.bounces.host:}'.isEmpty()")
    Task<Void> readBouncesTask(
            BounceProperties properties,
            MailboxReadings readings,
            MailOutbox outbox,
            MailBounces bounces,
            TransactionTemplate transaction,
            RealTime time) {
        var readBounces = new ReadBounces(
                properties, new BounceMailbox(properties), readings, outbox, bounces, transaction, time);
        return Tasks.recurring("communication.readBounces", FixedDelay.of(properties.pause()))
                .execute((task, context) -> readBounces.read());
    }
}
