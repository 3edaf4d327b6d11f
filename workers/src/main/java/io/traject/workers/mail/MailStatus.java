package io.traject.workers.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a mail.
 *
 * @param attempts how often a mail server gave its answer to it
 * @param lastError the server's words at the last attempt that did not succeed
 * @param messageId the header by which a mail server's log knows it, once sent
 */
public record MailStatus(
        UUID id,
        @Nullable UUID group,
        int groupIndex,
        MailState state,
        int attempts,
        @Nullable String lastError,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable String messageId) {}
