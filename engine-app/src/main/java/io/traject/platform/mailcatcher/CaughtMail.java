package io.traject.platform.mailcatcher;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A mail as the list shows it.
 *
 * @param recipients of the envelope: those of Cc and Bcc are among them
 * @param size in bytes
 */
public record CaughtMail(
        UUID id, Instant receivedAt, String sender, List<String> recipients, String subject, long size) {

    public CaughtMail {
        recipients = List.copyOf(recipients);
    }
}
