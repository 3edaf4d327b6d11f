package io.traject.workers.mail;

import io.traject.processes.JobTypes;
import io.traject.workers.engine.Delivery;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers one mail of the outbox, or a range of a group. Idempotent under the mail's id: a repeat takes only what is still
 * open. It ends when every mail is sent or refused for good; while the mail server is away or the group is held back it
 * comes back later, and at the end of the process it hands back what is open.
 */
@Component
@Delivery
class SendMail implements JobHandler<SendMail.Input> {

    private static final Logger log = LoggerFactory.getLogger(SendMail.class);
    private static final Duration SERVER_AWAY = Duration.ofSeconds(15);
    private static final Duration HELD_BACK = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final DeliverMail deliverMail;
    private final MailOutbox outbox;

    SendMail(DeliverMail deliverMail, MailOutbox outbox) {
        this.deliverMail = deliverMail;
        this.outbox = outbox;
    }

    @Override
    public String jobType() {
        return JobTypes.SEND_MAIL;
    }

    @Override
    public Class<Input> variables() {
        return Input.class;
    }

    @Override
    public JobOutcome handle(Job<Input> job) {
        var selection = job.variables().selection();
        if (outbox.isHeldBack(selection)) {
            return JobOutcome.later(HELD_BACK, "These mails are held back");
        }
        try {
            deliverMail.deliver(selection);
        } catch (MessagingException e) {
            log.warn("Mail is not leaving, next attempt in {}: {}", SERVER_AWAY, e.getMessage());
            return JobOutcome.later(SERVER_AWAY, "The mail server can't be used: " + e.getMessage());
        }
        return outbox.untilNextFree(selection)
                .map(wait -> JobOutcome.later(
                        wait.plus(SOON), "Some mails are open: sent elsewhere, deferred or handed back"))
                .orElseGet(JobOutcome::completed);
    }

    @Override
    public void windUp() {
        deliverMail.windUp();
    }

    record Input(
            @Nullable UUID mailId,
            @Nullable UUID mailGroup,
            @Nullable Integer from,
            @Nullable Integer to) {

        MailSelection selection() {
            if (mailGroup != null && from != null && to != null) {
                return new MailSelection.Range(mailGroup, from, to);
            }
            if (mailId != null) {
                return new MailSelection.One(mailId);
            }
            throw new IllegalArgumentException("Neither mailId nor mailGroup with from and to is given");
        }
    }
}
