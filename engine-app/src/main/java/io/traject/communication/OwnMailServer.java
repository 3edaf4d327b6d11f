package io.traject.communication;

import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.RealTime;
import io.traject.workers.mail.MailQueue;
import io.traject.workers.mail.MailSecurity;
import io.traject.workers.mail.MailServerSettings;
import io.traject.workers.mail.MailServerTrial;
import io.traject.workers.mail.MailServers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The mail server of the municipality that the actor administers; without one, mails leave through the platform's. */
@Service
public class OwnMailServer {

    private static final Duration USUAL_WAIT = Duration.ofMinutes(5);

    private final MailServers servers;
    private final MailServerTrial trial;
    private final MailQueue queue;
    private final AuditTrail auditTrail;
    private final Authorization authorization;
    private final RealTime time;

    OwnMailServer(
            MailServers servers,
            MailServerTrial trial,
            MailQueue queue,
            AuditTrail auditTrail,
            Authorization authorization,
            RealTime time) {
        this.servers = servers;
        this.trial = trial;
        this.queue = queue;
        this.auditTrail = auditTrail;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * What the administrator chose.
     *
     * @param username empty: without signing in
     * @param password null keeps the one there is
     */
    public record Choice(
            String host,
            int port,
            MailSecurity security,
            String username,
            @Nullable String password,
            String fromName,
            EmailAddress fromAddress) {

        @Override
        public String toString() {
            return "Choice[" + host + ":" + port + "]";
        }
    }

    @Transactional(readOnly = true)
    public Optional<MailServerSettings> settings() {
        return servers.find(municipality());
    }

    /** How many mails of the municipality have been waiting for longer than is usual. */
    @Transactional(readOnly = true)
    public int waiting() {
        return queue.waiting(municipality(), time.now().minus(USUAL_WAIT));
    }

    /** From now on the municipality's mails leave through this server, also those that wait. */
    @Transactional
    public void use(Choice choice) {
        UUID municipality = municipality();
        Optional<MailServerSettings> before = servers.find(municipality);
        servers.use(municipality, settings(choice), choice.password());
        auditTrail.record(Change.of(mailServer(municipality), Change.CHANGED)
                .with("host", before.map(MailServerSettings::host).orElse(null), choice.host())
                .with("port", before.map(MailServerSettings::port).orElse(null), choice.port())
                .with("security", before.map(MailServerSettings::security).orElse(null), choice.security())
                .masked("sender"));
    }

    /** Connects, checks the certificate and signs in; hands in no mail and keeps nothing. Takes ten seconds at most. */
    public MailServerTrial.Result attempt(Choice choice) {
        return trial.attempt(municipality(), settings(choice), choice.password());
    }

    /** Back to the platform's server. */
    @Transactional
    public void forget() {
        UUID municipality = municipality();
        servers.forget(municipality);
        auditTrail.record(Change.of(mailServer(municipality), Change.REMOVED));
    }

    private static AuditedObject mailServer(UUID municipality) {
        return AuditedObject.of("mail-server", municipality, municipality);
    }

    private MailServerSettings settings(Choice choice) {
        return new MailServerSettings(
                choice.host(),
                choice.port(),
                choice.security(),
                choice.username(),
                choice.fromName(),
                choice.fromAddress().value(),
                authorization.actor().displayName(),
                time.now());
    }

    private UUID municipality() {
        return authorization.organisation(Permission.CONFIGURATION);
    }
}
