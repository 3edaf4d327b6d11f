package io.traject.communication;

import io.traject.kernel.EmailAddress;
import java.util.List;
import java.util.Optional;

/**
 * Whom the mails and letters of a case go to.
 *
 * @param values what templates say about the resident and the case
 * @param addressee lines of the envelope
 * @param reference of the case, as letters name it
 */
public record CaseRecipient(
        MergeValues values,
        List<String> addressee,
        String reference,
        Optional<EmailAddress> email,
        PostalAddress address) {

    @Override
    public String toString() {
        return "CaseRecipient[" + reference + "]";
    }
}
