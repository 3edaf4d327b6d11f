package io.traject.platform.mailcatcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Listens on loopback; says 250 when the mail is in the database, and 451 (try again) when that doesn't succeed. */
@Component
@ConditionalOnBooleanProperty("traject.platform.mail-catcher")
class MailCatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailCatcher.class);
    private static final int LARGEST_MAIL = 30 * 1024 * 1024;
    private static final int TEN_MINUTES = 10 * 60 * 1000;
    private static final int TRY_AGAIN = 451;

    private final CaughtMails mails;
    private final int port;
    private @Nullable SMTPServer server;

    MailCatcher(CaughtMails mails, @Value("${traject.mail.port}") int port) {
        this.mails = mails;
        this.port = port;
    }

    private SMTPServer newServer() {
        return SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Traject mail catcher")
                .maxMessageSize(LARGEST_MAIL)
                // Senders keep a connection open between two batches.
                .connectionTimeoutMs(TEN_MINUTES)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .messageHandlerFactory(context -> new Envelope())
                .build();
    }

    /** Before everything that sends, and after it at the end. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** A server that was stopped can't be started again: each start gets one of its own. */
    @Override
    public synchronized void start() {
        SMTPServer started = newServer();
        started.start();
        server = started;
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    private final class Envelope implements MessageHandler {

        private final List<String> recipients = new ArrayList<>();
        private String sender = "";

        @Override
        public void from(String address) {
            sender = address;
        }

        @Override
        public void recipient(String address) {
            recipients.add(address);
        }

        @Override
        public String data(InputStream stream) throws RejectException, IOException {
            byte[] content = stream.readAllBytes();
            try {
                mails.add(sender, recipients, MailText.of(content).subject(), content);
            } catch (DataAccessException e) {
                log.warn("A mail could not be kept", e);
                throw new RejectException(TRY_AGAIN, "The mail could not be kept, try again later");
            }
            return "caught";
        }

        @Override
        public void done() {
            recipients.clear();
        }
    }
}
