package io.traject.communication;

import io.traject.kernel.Refusal;
import java.util.UUID;

/**
 * What is to be sent to the resident of one case.
 *
 * @param template with which it was made
 * @param templateNumber the number of that template
 * @param batchIndex its place in the batch, from 0; the same for the mail and the letter of one case
 */
public record NewCommunication(
        UUID caseId,
        UUID municipalityId,
        CompiledTemplate template,
        int templateNumber,
        UUID batchId,
        int batchIndex,
        Content content) {

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
