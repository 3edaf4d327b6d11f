package io.traject.communication.bounces;

import io.traject.access.SystemActor;
import io.traject.communication.MailBounces;
import io.traject.kernel.RealTime;
import io.traject.workers.mail.MailOutbox;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the notices that came back since the last time. One that tells of a mail of ours is noted in the file of its case
 * and moved away; everything else stays in the mailbox. Idempotent under the mail: a notice that is read again changes
 * nothing.
 */
final class ReadBounces {

    private static final Logger log = LoggerFactory.getLogger(ReadBounces.class);
    private static final Pattern MESSAGE_ID =
            Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>@\\s]{1,255}>");

    private final BounceProperties properties;
    private final BounceMailbox mailbox;
    private final MailboxReadings readings;
    private final MailOutbox outbox;
    private final MailBounces bounces;
    private final TransactionTemplate transaction;
    private final RealTime time;

    ReadBounces(
            BounceProperties properties,
            BounceMailbox mailbox,
            MailboxReadings readings,
            MailOutbox outbox,
            MailBounces bounces,
            TransactionTemplate transaction,
            RealTime time) {
        this.properties = properties;
        this.mailbox = mailbox;
        this.readings = readings;
        this.outbox = outbox;
        this.bounces = bounces;
        this.transaction = transaction;
        this.time = time;
    }

    void read() {
        String name = properties.mailbox();
        try {
            mailbox.read(new Notices(name));
            readings.looked(name, time.now(), null);
        } catch (MessagingException | IOException e) {
            log.warn("The mailbox {} for notices can't be read: {}", name, e.getMessage());
            readings.looked(name, time.now(), String.valueOf(e.getMessage()));
        }
    }

    private final class Notices implements BounceMailbox.Reader {

        private final String name;

        Notices(String name) {
            this.name = name;
        }

        @Override
        public long lastRead(long uidValidity) {
            return readings.lastRead(name, uidValidity);
        }

        @Override
        public boolean read(byte @Nullable [] raw) {
            return Optional.ofNullable(raw)
                    .flatMap(DeliveryReport::read)
                    .filter(this::note)
                    .isPresent();
        }

        private boolean note(DeliveryReport report) {
            Matcher id = MESSAGE_ID.matcher(report.messageId());
            return id.matches() && note(UUID.fromString(id.group(1)), report);
        }

        private boolean note(UUID mailId, DeliveryReport report) {
            boolean sent = outbox.status(mailId)
                    .filter(mail -> report.messageId().equals(mail.messageId()))
                    .isPresent();
            return sent
                    && SystemActor.call(() -> transaction.execute(status -> bounces.bounced(mailId, report.words())));
        }

        @Override
        public void readUntil(long uidValidity, long uid, boolean understood) {
            readings.readUntil(name, uidValidity, uid, understood);
        }
    }
}
