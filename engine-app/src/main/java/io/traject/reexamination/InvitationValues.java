package io.traject.reexamination;

import io.traject.communication.LetterHead;
import io.traject.communication.MergeField;
import io.traject.communication.MergeValues;
import io.traject.communication.Sender;
import io.traject.kernel.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What an invitation says about a resident, the case and the municipality. */
final class InvitationValues {

    private InvitationValues() {}

    /** @param supplyLink the address with which the resident supplies data on a page in this language */
    static MergeValues of(Resident resident, Function<Language, String> supplyLink) {
        return MergeValues.builder()
                .put(MergeField.RESIDENT_SALUTATION, language -> salutation(resident, language))
                .put(MergeField.RESIDENT_NAME, resident.name())
                .put(MergeField.RESIDENT_SURNAME, resident.surnameInSalutation())
                .put(MergeField.RESIDENT_SUPPLY_LINK, supplyLink)
                .put(MergeField.CASE_REFERENCE, Objects.requireNonNull(resident.caseNumber(), "case number"))
                .put(MergeField.CASE_SCHEME, resident.scheme())
                .put(MergeField.CASE_FINAL_DATE, resident.finalDate())
                .build();
    }

    private static String salutation(Resident resident, Language language) {
        String name = resident.surnameInSalutation();
        return switch (language) {
            case NL -> "Geachte heer, mevrouw " + name;
            case EN -> "Dear Mr or Ms " + name;
        };
    }

    static LetterHead head(Resident resident, Sender sender, LocalDate date) {
        return new LetterHead(
                sender,
                List.of(resident.name(), resident.streetLine(), resident.placeLine()),
                Objects.requireNonNull(resident.caseNumber(), "case number"),
                date);
    }
}
