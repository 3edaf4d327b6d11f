package io.traject.workers.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sender's own mail server, without its password.
 *
 * @param username empty: without signing in
 * @param fromName who the mails are from
 * @param changedBy the name of whoever saved it last
 */
public record MailServerSettings(
        String host,
        int port,
        MailSecurity security,
        String username,
        String fromName,
        String fromAddress,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    public boolean signsIn() {
        return !username.isEmpty();
    }

    MailServer with(String password, String from) {
        return new MailServer(host, port, security, username, password, from);
    }
}
