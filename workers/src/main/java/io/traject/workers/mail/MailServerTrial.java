package io.traject.workers.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Tries whether a mail server can be used, without handing in a mail: connects, checks its certificate, signs in. */
public final class MailServerTrial {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(4);

    private final MailServers servers;
    private final MailDoor door;
    private final SSLSocketFactory trust;

    MailServerTrial(MailServers servers, MailDoor door, SSLSocketFactory trust) {
        this.servers = servers;
        this.door = door;
        this.trust = trust;
    }

    /** What came of it. */
    public enum Finding {
        /** It can be used. */
        GOOD,
        /** The port is not one for mail. */
        PORT,
        /** The address is this machine's, or one of those that are never gone to. */
        PLACE,
        /** No TLS was asked for, and it is not on this machine. */
        PLAIN,
        HOST_UNKNOWN,
        /** Nobody listens there. */
        NO_CONNECTION,
        TOO_SLOW,
        /** It does not offer STARTTLS. */
        NO_STARTTLS,
        /** It does not speak TLS from the first byte, or nothing that both understand. */
        NO_TLS,
        CERTIFICATE_EXPIRED,
        /** The certificate is for another host. */
        CERTIFICATE_OTHER_HOST,
        /** Nobody vouches for the certificate whom this installation trusts. */
        CERTIFICATE_UNTRUSTED,
        /** User name or password. */
        SIGN_IN,
        /** It refused in its own words. */
        OTHER
    }

    /** @param detail the words of the server or the network; may be empty */
    public record Result(Finding finding, String detail) {}

    /**
     * Answers within ten seconds.
     *
     * @param password null: the one that the sender's server has now
     */
    public Result attempt(UUID sender, MailServerSettings settings, @Nullable String password) {
        String known = password != null ? password : servers.password(sender).orElse("");
        var server = settings.with(settings.signsIn() ? known : "", MailServers.from(settings));
        var answer = new CompletableFuture<Result>();
        Thread.ofVirtual().name("mail-server-trial").start(() -> answer.complete(attempt(server)));
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Result(Finding.TOO_SLOW, "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(Finding.TOO_SLOW, "");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Result attempt(MailServer server) {
        try {
            door.check(server);
            MailConnection.open(server, ANSWER, trust).close();
            return new Result(Finding.GOOD, "");
        } catch (MailDoor.Closed e) {
            return new Result(e.finding(), "");
        } catch (UnknownHostException e) {
            return new Result(Finding.HOST_UNKNOWN, "");
        } catch (MessagingException e) {
            return new Result(finding(causes(e)), String.valueOf(e.getMessage()).strip());
        } catch (RuntimeException e) {
            return new Result(Finding.OTHER, String.valueOf(e.getMessage()));
        }
    }

    private static List<Throwable> causes(Throwable failure) {
        var causes = new ArrayList<Throwable>();
        for (Throwable each = failure; each != null && !causes.contains(each); each = each.getCause()) {
            causes.add(each);
        }
        return causes;
    }

    private static Finding finding(List<Throwable> causes) {
        if (has(causes, AuthenticationFailedException.class)) {
            return Finding.SIGN_IN;
        }
        if (has(causes, CertificateExpiredException.class) || has(causes, CertificateNotYetValidException.class)) {
            return Finding.CERTIFICATE_EXPIRED;
        }
        if (has(causes, CertPathBuilderException.class) || has(causes, CertPathValidatorException.class)) {
            return Finding.CERTIFICATE_UNTRUSTED;
        }
        if (has(causes, CertificateException.class)) {
            return Finding.CERTIFICATE_OTHER_HOST;
        }
        if (has(causes, SSLException.class)) {
            return Finding.NO_TLS;
        }
        if (has(causes, UnknownHostException.class)) {
            return Finding.HOST_UNKNOWN;
        }
        if (has(causes, SocketTimeoutException.class)) {
            return Finding.TOO_SLOW;
        }
        if (has(causes, ConnectException.class) || has(causes, NoRouteToHostException.class)) {
            return Finding.NO_CONNECTION;
        }
        return String.valueOf(causes.getFirst().getMessage()).startsWith("STARTTLS is required")
                ? Finding.NO_STARTTLS
                : Finding.OTHER;
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }
}
