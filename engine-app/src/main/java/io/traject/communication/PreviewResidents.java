package io.traject.communication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Real residents to show templates with; implemented by the rooms that have them. */
public interface PreviewResidents {

    /** The one whom a case of the municipality is about. */
    Optional<PreviewResident> ofCase(UUID municipality, String caseNumber);

    /** Some of those who came last, the first to be shown unless another is chosen. */
    List<PreviewResident> latest(UUID municipality, int atMost);

    /**
     * A resident as mails and letters know one. What must not be shown before it is sent, such as a link with a secret in
     * it, is left out of the values.
     *
     * @param email may be empty
     */
    record PreviewResident(UUID caseId, String caseNumber, MergeValues values, List<String> address, String email) {

        /** Masked. */
        @Override
        public String toString() {
            return "PreviewResident[" + caseNumber + "]";
        }
    }
}
