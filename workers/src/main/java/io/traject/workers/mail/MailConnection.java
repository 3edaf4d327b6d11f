package io.traject.workers.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/** One open connection to a mail server; used by one thread at a time. */
final class MailConnection implements AutoCloseable {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final MailServer server;
    private final Session session;
    private final Transport transport;

    private MailConnection(MailServer server, Session session, Transport transport) {
        this.server = server;
        this.session = session;
        this.transport = transport;
    }

    /** Connects, speaks TLS and signs in, as the server's settings say. */
    static MailConnection open(MailServer server, Duration answerTimeout, SSLSocketFactory trust)
            throws MessagingException {
        var session = Session.getInstance(settings(server, answerTimeout, trust));
        var transport = transport(session);
        if (server.signsIn()) {
            transport.connect(server.host(), server.port(), server.username(), server.password());
        } else {
            transport.connect(server.host(), server.port(), null, null);
        }
        return new MailConnection(server, session, transport);
    }

    private static Transport transport(Session session) {
        try {
            return session.getTransport("smtp");
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException("The mail library knows no SMTP", e);
        }
    }

    private static Properties settings(MailServer server, Duration answerTimeout, SSLSocketFactory trust) {
        var answer = Long.toString(answerTimeout.toMillis());
        var connect = Long.toString(
                (answerTimeout.compareTo(LONGEST_CONNECT) < 0 ? answerTimeout : LONGEST_CONNECT).toMillis());
        var security = server.security();
        var settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", connect);
        settings.setProperty("mail.smtp.timeout", answer);
        settings.setProperty("mail.smtp.writetimeout", answer);
        settings.setProperty("mail.smtp.auth", String.valueOf(server.signsIn()));
        settings.setProperty("mail.smtp.ssl.enable", String.valueOf(security == MailSecurity.TLS));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.put("mail.smtp.ssl.socketFactory", trust);
        // Otherwise the library would try a refused server a second time, with another factory.
        settings.setProperty("mail.smtp.socketFactory.fallback", "false");
        settings.setProperty(
                "mail.smtp.starttls.enable",
                String.valueOf(security == MailSecurity.STARTTLS || security == MailSecurity.WHERE_OFFERED));
        settings.setProperty("mail.smtp.starttls.required", String.valueOf(security == MailSecurity.STARTTLS));
        return settings;
    }

    MailServer server() {
        return server;
    }

    boolean isAlive() {
        return transport.isConnected();
    }

    /** Hands a mail in and answers how it went; when it returns, the server has accepted the mail. */
    Sent send(OutgoingMail mail) throws MessagingException {
        var from = server.from() == null ? mail.from() : server.from();
        var message = new OutboxMessage(session, mail, from);
        transport.sendMessage(message, message.getAllRecipients());
        return new Sent(message.getMessageID(), from);
    }

    record Sent(String messageId, String from) {}

    @Override
    public void close() throws MessagingException {
        transport.close();
    }
}
