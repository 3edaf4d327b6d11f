package io.traject.communication;

import io.traject.kernel.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail or letter in the file of a case.
 *
 * @param occasion which one of its kind it is for the case
 * @param subject empty when it could not be made
 * @param mailId of the mail in the outbox
 * @param fileName of the letter
 * @param failureCode why it failed; a refusal's code
 * @param failureDetail what that refusal names
 */
public record Communication(
        UUID id,
        UUID caseId,
        UUID municipalityId,
        TemplateKind kind,
        Channel channel,
        int occasion,
        Language language,
        String subject,
        State state,
        @Nullable UUID mailId,
        @Nullable String fileName,
        @Nullable String failureCode,
        @Nullable String failureDetail,
        Instant createdAt,
        @Nullable Instant sentAt) {

    /** How far it got. For a letter, sent means: ready to be printed and posted. */
    public enum State {
        PREPARED,
        SENT,
        FAILED
    }
}
