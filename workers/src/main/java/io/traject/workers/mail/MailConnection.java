package io.traject.workers.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;

/** One open connection to a mail server; used by one thread at a time. */
final class MailConnection implements AutoCloseable {

    private static final String CONNECT_TIMEOUT = "10000";

    private static final int TLS_PORT = 465;

    private final MailServer server;
    private final Session session;
    private final Transport transport;

    private MailConnection(MailServer server, Session session, Transport transport) {
        this.server = server;
        this.session = session;
        this.transport = transport;
    }

    static MailConnection open(MailServer server, Duration answerTimeout) throws MessagingException {
        var session = Session.getInstance(settings(server, answerTimeout));
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

    private static Properties settings(MailServer server, Duration answerTimeout) {
        var answer = Long.toString(answerTimeout.toMillis());
        var settings = new Properties();
        settings.setProperty("mail.smtp.connectiontimeout", CONNECT_TIMEOUT);
        settings.setProperty("mail.smtp.timeout", answer);
        settings.setProperty("mail.smtp.writetimeout", answer);
        settings.setProperty("mail.smtp.auth", String.valueOf(server.signsIn()));
        settings.setProperty("mail.smtp.ssl.enable", String.valueOf(server.port() == TLS_PORT));
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        settings.setProperty("mail.smtp.starttls.enable", "true");
        settings.setProperty("mail.smtp.starttls.required", String.valueOf(server.signsIn()));
        return settings;
    }

    MailServer server() {
        return server;
    }

    boolean isAlive() {
        return transport.isConnected();
    }

    /** Hands a mail in and answers its Message-ID; when it returns, the server has accepted the mail. */
    String send(OutgoingMail mail) throws MessagingException {
        var message = new OutboxMessage(session, mail);
        transport.sendMessage(message, message.getAllRecipients());
        return message.getMessageID();
    }

    @Override
    public void close() throws MessagingException {
        transport.close();
    }
}
