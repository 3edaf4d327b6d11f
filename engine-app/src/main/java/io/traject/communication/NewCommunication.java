package io.traject.communication;

import io.traject.communication.Communication.Place;
import io.traject.kernel.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent to the resident of one case.
 *
 * @param template with which it was made
 * @param templateNumber the number of that template
 * @param place in the batch that it belongs to, or null
 * @param mailPlace in the group of mails that are sent together; null when it is sent by itself
 * @param occasion which one of its kind it is for the case; a case gets one of a kind on each occasion
 * @param resendOf the communication that it repeats
 */
public record NewCommunication(
        UUID caseId,
        UUID municipalityId,
        CompiledTemplate template,
        int templateNumber,
        @Nullable Place place,
        @Nullable Place mailPlace,
        int occasion,
        @Nullable UUID resendOf,
        Content content) {

    /** The occasions below count what a case's process sends by itself. */
    static final int FIRST_RESEND = 100;

    /** The first of its kind, sent with the others of a batch. */
    public static NewCommunication ofBatch(
            UUID caseId,
            UUID municipalityId,
            CompiledTemplate template,
            int templateNumber,
            Place place,
            Content content) {
        return new NewCommunication(caseId, municipalityId, template, templateNumber, place, place, 0, null, content);
    }

    /** One by itself, with no batch. */
    public static NewCommunication single(
            UUID caseId,
            UUID municipalityId,
            CompiledTemplate template,
            int templateNumber,
            int occasion,
            Content content) {
        return new NewCommunication(
                caseId, municipalityId, template, templateNumber, null, null, occasion, null, content);
    }

    /**
     * The same once more, in place of one that failed in its batch.
     *
     * @param group in which it is sent
     */
    public NewCommunication inPlaceOf(Communication failed, Place group) {
        return new NewCommunication(
                caseId,
                municipalityId,
                template,
                templateNumber,
                failed.place(),
                group,
                failed.occasion() + FIRST_RESEND,
                failed.id(),
                content);
    }

    /** What it consists of. */
    public sealed interface Content {

        /** A mail to this address. */
        record Mail(String to, RenderedMail mail) implements Content {}

        /** A letter to print, filed under the reference of its case. */
        record Letter(String reference, RenderedLetter letter) implements Content {}

        /** It could not be made; the case's file says why, and the batch goes on. */
        record Unmade(Refusal reason) implements Content {}
    }
}
