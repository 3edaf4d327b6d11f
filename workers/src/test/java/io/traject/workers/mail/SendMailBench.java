package io.traject.workers.mail;

import io.traject.workers.TestPlatform;
import io.traject.workers.WorkersTest;
import io.traject.workers.engine.Job;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails a second, from the outbox with an outcome noted for each, against bare Jakarta Mail on one kept-open connection. */
@WorkersTest
class SendMailBench {

    private static final int RANGE = 500;
    private static final int RANGES = 4;
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 5;
    private static final String TEXT =
            "Beste mevrouw De Vries,\n\n" + "Wij nodigen u uit voor een herkeuring. ".repeat(30);

    @Autowired
    private SendMail sendMail;

    @Autowired
    private MailOutbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void measure() throws MessagingException {
        for (int round = 0; round < WARM_UP; round++) {
            ours();
            bare();
        }
        double ours = 0;
        double bare = 0;
        for (int round = 0; round < ROUNDS; round++) {
            TestPlatform.mailServer().clear();
            ours += ours() / ROUNDS;
            bare += bare() / ROUNDS;
        }
        System.out.printf(Locale.ROOT, "mails/s | %.0f | %.0f | %.2f%n", ours, bare, ours / bare);
    }

    private double ours() {
        var group = UUID.randomUUID();
        var mails = mails(group);
        transaction.executeWithoutResult(status -> outbox.add(mails));
        long begin = System.nanoTime();
        for (int from = 0; from < mails.size(); from += RANGE) {
            sendMail.handle(new Job<>(
                    from, 2, 3, "SendMails", "bench", new SendMail.Input(null, group, from, from + RANGE), Map.of()));
        }
        return perSecond(mails.size(), begin);
    }

    private double bare() throws MessagingException {
        var mails = mails(UUID.randomUUID());
        var session = Session.getInstance(new Properties());
        try (var transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", TestPlatform.mailServer().port(), null, null);
            long begin = System.nanoTime();
            for (var mail : mails) {
                var message = message(session, mail);
                transport.sendMessage(message, message.getAllRecipients());
            }
            return perSecond(mails.size(), begin);
        }
    }

    private static MimeMessage message(Session session, OutgoingMail mail) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(mail.from()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to()));
        message.setSubject(mail.subject(), "UTF-8");
        var parts = new MimeMultipart("alternative");
        for (var subtype : List.of("plain", "html")) {
            var part = new MimeBodyPart();
            part.setText(subtype.equals("plain") ? mail.text() : mail.html(), "UTF-8", subtype);
            parts.addBodyPart(part);
        }
        message.setContent(parts);
        message.saveChanges();
        return message;
    }

    private static List<OutgoingMail> mails(UUID group) {
        return IntStream.range(0, RANGE * RANGES)
                .mapToObj(index -> new OutgoingMail(
                        UUID.randomUUID(),
                        group,
                        index,
                        null,
                        "Gemeente Voorbeeld <no-reply@gemeente.example>",
                        "resident" + index + "@example.org",
                        "Uw herkeuring",
                        TEXT,
                        "<p>" + TEXT + "</p>",
                        "nl-NL"))
                .toList();
    }

    private static double perSecond(int count, long beginNanos) {
        return count / ((System.nanoTime() - beginNanos) / 1e9);
    }
}
