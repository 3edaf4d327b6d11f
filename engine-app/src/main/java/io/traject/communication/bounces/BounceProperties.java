package io.traject.communication.bounces;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox to which notices of mails come back that could not be delivered.
 *
 * @param host of the IMAP server; empty: no mailbox is read
 * @param port 993: TLS from the first byte; any other: STARTTLS, which the server must offer
 * @param folder in which notices arrive
 * @param processed where those go that were understood
 * @param pause between two looks
 */
@ConfigurationProperties("traject.mail.bounces")
record BounceProperties(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("Processed") String processed,
        @DefaultValue("1m") Duration pause) {

    boolean isSet() {
        return !host.isEmpty();
    }

    /** Names the mailbox; without the password. */
    String mailbox() {
        return username + "@" + host + ":" + port + "/" + folder;
    }

    @Override
    public String toString() {
        return "BounceProperties[" + mailbox() + "]";
    }
}
