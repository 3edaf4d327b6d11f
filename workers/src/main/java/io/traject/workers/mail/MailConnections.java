package io.traject.workers.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A few connections to the mail server, kept open: a new one for each mail would be some fifty times slower. */
final class MailConnections implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailConnections.class);

    private final MailServerProvider servers;
    private final int limit;
    private final Duration answerTimeout;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<MailConnection> idle = new ConcurrentLinkedDeque<>();

    MailConnections(MailServerProvider servers, MailProperties properties) {
        this.servers = servers;
        this.limit = properties.connections();
        this.answerTimeout = properties.answerTimeout();
        this.free = new Semaphore(limit, true);
    }

    int limit() {
        return limit;
    }

    Duration answerTimeout() {
        return answerTimeout;
    }

    /** What is done with a connection; one that it throws through is not used again. */
    interface Use<T> {
        T with(MailConnection connection) throws MessagingException;
    }

    /** Waits for a connection, opens one if none is idle, and keeps it open afterwards. */
    <T> T use(Use<T> use) throws MessagingException, InterruptedException {
        free.acquire();
        try {
            var connection = connection();
            T result;
            try {
                result = use.with(connection);
            } catch (MessagingException | RuntimeException e) {
                close(connection);
                throw e;
            }
            idle.push(connection);
            return result;
        } finally {
            free.release();
        }
    }

    private MailConnection connection() throws MessagingException {
        var server = servers.current();
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.server().equals(server) && kept.isAlive()) {
                return kept;
            }
            close(kept);
        }
        return MailConnection.open(server, answerTimeout);
    }

    private static void close(MailConnection connection) {
        try {
            connection.close();
        } catch (MessagingException e) {
            log.debug("Could not take leave of mail server {}: {}", connection.server(), e.getMessage());
        }
    }

    @Override
    public void close() {
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            close(kept);
        }
    }
}
