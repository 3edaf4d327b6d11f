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
 * @param place in the batch with which it went out
 * @param resendOf the communication that it repeats
 * @param resent whether it was sent again itself
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
        @Nullable Instant sentAt,
        @Nullable Place place,
        @Nullable UUID resendOf,
        boolean resent) {

    /** How far it got. For a letter, sent means: ready to be printed and posted. */
    public enum State {
        PREPARED,
        SENT,
        /** The mail server took the mail, and told later that it could not deliver it. */
        BOUNCED,
        FAILED;

        /** Whether it left the building. */
        public boolean hasLeft() {
            return this == SENT || this == BOUNCED;
        }
    }

    /** The how-manieth in a batch, from 0; the same for the mail and the letter of one case. */
    public record Place(UUID batchId, int index) {}

    /** Whether it may be sent again: it has met its fate, and was not sent again before. */
    public boolean mayBeSentAgain() {
        return state != State.PREPARED && !resent;
    }
}
