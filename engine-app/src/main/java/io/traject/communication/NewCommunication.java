package io.traject.communication;

import io.traject.kernel.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be sent to the resident of one case.
 *
 * @param template with which it was made
 * @param templateNumber the number of that template
 * @param batchId the batch it goes out with, or null
 * @param batchIndex its place in the batch, from 0; the same for the mail and the letter of one case
 * @param occasion which one of its kind it is for the case; a case gets one of a kind on each occasion
 */
public record NewCommunication(
        UUID caseId,
        UUID municipalityId,
        CompiledTemplate template,
        int templateNumber,
        @Nullable UUID batchId,
        @Nullable Integer batchIndex,
        int occasion,
        Content content) {

    /** One by itself, with no batch. */
    public static NewCommunication single(
            UUID caseId,
            UUID municipalityId,
            CompiledTemplate template,
            int templateNumber,
            int occasion,
            Content content) {
        return new NewCommunication(caseId, municipalityId, template, templateNumber, null, null, occasion, content);
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
