package io.traject.reexamination;

import io.traject.communication.LetterHead;
import io.traject.communication.MergeField;
import io.traject.communication.MergeValues;
import io.traject.communication.Sender;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** What an invitation says about a resident, the case and the municipality. */
final class InvitationValues {

    private InvitationValues() {}

    /** @param supplyLink the address with which the resident supplies data */
    static MergeValues of(Resident resident, String supplyLink) {
        return MergeValues.builder()
                .put(MergeField.RESIDENT_SALUTATION, "Geachte heer, mevrouw " + resident.surnameInSalutation())
                .put(MergeField.RESIDENT_NAME, resident.name())
                .put(MergeField.RESIDENT_SURNAME, resident.surnameInSalutation())
                .put(MergeField.RESIDENT_SUPPLY_LINK, supplyLink)
                .put(MergeField.CASE_REFERENCE, Objects.requireNonNull(resident.caseNumber(), "case number"))
                .put(MergeField.CASE_SCHEME, resident.scheme())
                .put(MergeField.CASE_FINAL_DATE, resident.finalDate())
                .build();
    }

    static LetterHead head(Resident resident, Sender sender, LocalDate date) {
        return new LetterHead(
                sender,
                List.of(resident.name(), resident.streetLine(), resident.placeLine()),
                Objects.requireNonNull(resident.caseNumber(), "case number"),
                date);
    }
}
