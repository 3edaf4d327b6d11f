package io.traject.workers.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;

/** A mail of the outbox in the form in which it travels. A repeat has the same Message-ID. */
final class OutboxMessage extends MimeMessage {

    private final String id;

    /** @param sender who it is from: the mail's own word, or its server's */
    @SuppressWarnings("JavaUtilDate") // what the mail library takes
    OutboxMessage(Session session, OutgoingMail mail, String sender) throws MessagingException {
        super(session);
        var from = new InternetAddress(mail.from(), true);
        this.id =
                "<" + mail.id() + from.getAddress().substring(from.getAddress().indexOf('@')) + ">";
        setFrom(new InternetAddress(sender, true));
        setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        setSubject(mail.subject(), UTF_8.name());
        setSentDate(new Date());
        setHeader("Auto-Submitted", "auto-generated");
        setHeader("Content-Language", mail.languageTag());
        var parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(mail.text(), "plain"));
        parts.addBodyPart(part(mail.html(), "html"));
        setContent(parts);
        saveChanges();
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
