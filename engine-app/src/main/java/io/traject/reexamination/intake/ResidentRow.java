package io.traject.reexamination.intake;

import io.traject.kernel.Bsn;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Postcode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One resident from the spreadsheet, every value checked.
 *
 * @param row the spreadsheet's own number; the header is row 1
 * @param houseNumber digits only
 * @param email present if the preference is mail or both
 * @param finalDate the last day on which the resident can supply the data
 */
public record ResidentRow(
        int row,
        Bsn bsn,
        String initials,
        @Nullable String infix,
        String surname,
        LocalDate birthDate,
        String street,
        String houseNumber,
        @Nullable String addition,
        Postcode postcode,
        String city,
        @Nullable EmailAddress email,
        @Nullable String phone,
        CommunicationPreference preference,
        String scheme,
        LocalDate finalDate) {

    @Override
    public String toString() {
        return "ResidentRow[row=" + row + ']';
    }
}
