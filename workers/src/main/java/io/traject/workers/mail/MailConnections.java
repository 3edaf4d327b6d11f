package io.traject.workers.mail;

import jakarta.mail.MessagingException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few connections to each mail server, kept open: a new one for each mail would be some fifty times slower. Those who
 * have a server of their own have connections of their own: a slow one holds nobody else up.
 */
final class MailConnections implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MailConnections.class);

    private final MailServers own;
    private final MailServer platform;
    private final MailDoor door;
    private final SSLSocketFactory trust;
    private final int limit;
    private final Duration answerTimeout;
    private final Map<Optional<UUID>, Lines> lines = new ConcurrentHashMap<>();

    MailConnections(MailServers own, MailProperties properties, MailDoor door, SSLSocketFactory trust) {
        this.own = own;
        this.platform = properties.server();
        this.door = door;
        this.trust = trust;
        this.limit = properties.connections();
        this.answerTimeout = properties.answerTimeout();
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

    /** The connections to one server. */
    private record Lines(Semaphore free, ConcurrentLinkedDeque<MailConnection> idle) {}

    /**
     * Waits for a connection, opens one if none is idle, and keeps it open afterwards.
     *
     * @param sender whose mail it is for; null: the platform's
     */
    <T> T use(@Nullable UUID sender, Use<T> use) throws MessagingException, InterruptedException {
        Optional<MailServer> ownServer = sender == null ? Optional.empty() : own.of(sender);
        Lines to = lines.computeIfAbsent(
                ownServer.isPresent() ? Optional.ofNullable(sender) : Optional.empty(),
                owner -> new Lines(new Semaphore(limit, true), new ConcurrentLinkedDeque<>()));
        to.free().acquire();
        try {
            var connection = connection(ownServer, to.idle());
            T result;
            try {
                result = use.with(connection);
            } catch (MessagingException | RuntimeException e) {
                close(connection);
                throw e;
            }
            to.idle().push(connection);
            return result;
        } finally {
            to.free().release();
        }
    }

    private MailConnection connection(Optional<MailServer> ownServer, ConcurrentLinkedDeque<MailConnection> idle)
            throws MessagingException {
        var server = ownServer.orElse(platform);
        for (var kept = idle.poll(); kept != null; kept = idle.poll()) {
            if (kept.server().equals(server) && kept.isAlive()) {
                return kept;
            }
            close(kept);
        }
        if (ownServer.isPresent()) {
            check(server);
        }
        return MailConnection.open(server, answerTimeout, trust);
    }

    /** Again at each connection: what a host name stands for may have changed since the settings were saved. */
    private void check(MailServer server) throws MessagingException {
        try {
            door.check(server);
        } catch (MailDoor.Closed | UnknownHostException e) {
            throw new MessagingException(String.valueOf(e.getMessage()), e);
        }
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
        for (Lines each : lines.values()) {
            for (var kept = each.idle().poll(); kept != null; kept = each.idle().poll()) {
                close(kept);
            }
        }
    }
}
