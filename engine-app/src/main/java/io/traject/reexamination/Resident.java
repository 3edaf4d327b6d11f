package io.traject.reexamination;

import io.traject.kernel.Bsn;
import io.traject.kernel.EmailAddress;
import io.traject.reexamination.intake.BsnAndScheme;
import io.traject.reexamination.intake.CommunicationPreference;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A resident of a batch, as taken from the spreadsheet. */
record Resident(
        int rowIndex,
        int rowNumber,
        Bsn bsn,
        String initials,
        @Nullable String infix,
        String surname,
        LocalDate birthDate,
        String street,
        String houseNumber,
        @Nullable String addition,
        String postcode,
        String city,
        @Nullable String email,
        @Nullable String phone,
        CommunicationPreference preference,
        String scheme,
        LocalDate finalDate,
        @Nullable UUID caseId,
        @Nullable String caseNumber,
        @Nullable Integer dispatchIndex) {

    static final Locale PLACE_LOCALE = Locale.forLanguageTag("nl-NL");

    BsnAndScheme bsnAndScheme() {
        return new BsnAndScheme(bsn, scheme);
    }

    /** {@code A.B. van der Voorbeeld}. */
    String name() {
        return Stream.of(initials, infix, surname).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    /** The surname as it follows a salutation: {@code Van der Voorbeeld}. */
    String surnameInSalutation() {
        if (infix == null) {
            return surname;
        }
        return Character.toUpperCase(infix.charAt(0)) + infix.substring(1) + " " + surname;
    }

    /** {@code Dorpsstraat 12 A}. */
    String streetLine() {
        return street + " " + houseNumber + (addition == null ? "" : " " + addition);
    }

    /** {@code 1234 AB  VOORBEELDDAM}, as the post wants it: two spaces, the place in capitals. */
    String placeLine() {
        return postcode + "  " + city.toUpperCase(PLACE_LOCALE);
    }

    Resident withFinalDate(LocalDate date) {
        return new Resident(
                rowIndex,
                rowNumber,
                bsn,
                initials,
                infix,
                surname,
                birthDate,
                street,
                houseNumber,
                addition,
                postcode,
                city,
                email,
                phone,
                preference,
                scheme,
                date,
                caseId,
                caseNumber,
                dispatchIndex);
    }

    /** Where mails go, for whoever must know more of it than its letters. */
    Optional<EmailAddress> mailbox() {
        return emailAddress().flatMap(EmailAddress::parse);
    }

    Optional<String> emailAddress() {
        return Optional.ofNullable(email);
    }

    /** @throws IllegalStateException before the resident has a case */
    UUID requiredCaseId() {
        return Optional.ofNullable(caseId).orElseThrow(IllegalStateException::new);
    }

    /** @throws IllegalStateException before the dispatch is planned */
    int requiredDispatchIndex() {
        return Optional.ofNullable(dispatchIndex).orElseThrow(IllegalStateException::new);
    }

    @Override
    public String toString() {
        return "Resident[rowNumber=" + rowNumber + ']';
    }
}
