package io.traject.workers.mail;

/**
 * Where mail is handed in. TLS from the first byte on port 465; elsewhere STARTTLS if offered, and always if there is a
 * user name.
 *
 * @param username empty: without signing in
 */
public record MailServer(String host, int port, String username, String password) {

    boolean signsIn() {
        return !username.isEmpty();
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
