package io.traject.workers;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server that refuses what it is told to refuse and keeps the rest. */
public final class TestMailServer implements AutoCloseable {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final List<MimeMessage> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger breakAfter = new AtomicInteger(Integer.MAX_VALUE);
    private final SMTPServer server;

    public TestMailServer() {
        this(settings -> {});
    }

    private TestMailServer(Consumer<SMTPServer.Builder> more) {
        var settings = new SMTPServer.Builder()
                .bindAddress(InetAddress.getLoopbackAddress())
                .port(0)
                .messageHandlerFactory(context -> new Handler());
        more.accept(settings);
        server = settings.build();
        server.start();
    }

    /** Speaks TLS from the first byte. */
    public static TestMailServer withTls(TestCertificates certificates) {
        return new TestMailServer(settings -> settings.serverSocketFactory(certificates.server()));
    }

    /** Takes nothing before STARTTLS, and then wants this user with this password. */
    public static TestMailServer withStartTls(TestCertificates certificates, String username, String password) {
        return new TestMailServer(settings -> settings.startTlsSocketFactory(certificates.server())
                .enableTLS()
                .requireTLS()
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, pass, context) -> {
                    if (!user.equals(username) || !pass.equals(password)) {
                        throw new LoginFailedException("535 Not you");
                    }
                })));
    }

    @Override
    public void close() {
        server.stop();
    }

    public int port() {
        return server.getPortAllocated();
    }

    public void clear() {
        received.clear();
        breakAfter.set(Integer.MAX_VALUE);
    }

    /** Accepts so many mails more and then breaks every connection. */
    public void breakAfter(int mails) {
        breakAfter.set(mails);
    }

    public void mend() {
        breakAfter.set(Integer.MAX_VALUE);
    }

    public List<MimeMessage> received() {
        return received;
    }

    public List<String> messageIds() {
        return received.stream().map(TestMailServer::messageId).toList();
    }

    private static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Handler implements MessageHandler {

        @Override
        public void from(String from) {}

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.startsWith("nobody")) {
                throw new RejectException(550, "No such mailbox");
            }
            if (recipient.startsWith("later")) {
                throw new RejectException(451, "Come back later");
            }
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            if (breakAfter.getAndDecrement() <= 0) {
                throw new DropConnectionException(421, "Going down");
            }
            try {
                received.add(new MimeMessage(SESSION, data));
            } catch (MessagingException e) {
                throw new IOException(e);
            }
            return null;
        }

        @Override
        public void done() {}
    }
}
