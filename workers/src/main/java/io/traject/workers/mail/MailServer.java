package io.traject.workers.mail;

import org.jspecify.annotations.Nullable;

/**
 * Where mail is handed in.
 *
 * @param username empty: without signing in
 * @param from who the mails of this server are from, instead of whom they name
 */
record MailServer(
        String host,
        int port,
        MailSecurity security,
        String username,
        String password,
        @Nullable String from) {

    boolean signsIn() {
        return !username.isEmpty();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
