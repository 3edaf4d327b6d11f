package io.traject.organisation.employees;

import io.traject.kernel.Bsn;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who an employee is.
 *
 * @param number by which the employer knows the employee (personeelsnummer)
 * @param language in which to write to the employee; empty for the employer's
 */
public record EmployeeDetails(
        String number,
        Optional<Bsn> bsn,
        PersonName name,
        Optional<LocalDate> birthDate,
        Gender gender,
        Optional<Language> language,
        Contact contact,
        Optional<HomeAddress> address) {

    public static final int MAX_NUMBER_LENGTH = 30;

    /** The same, to be written to in this language. */
    EmployeeDetails in(Optional<Language> other) {
        return new EmployeeDetails(number, bsn, name, birthDate, gender, other, contact, address);
    }

    /** How an employee is reached, at home and at work. */
    public record Contact(
            Optional<EmailAddress> privateEmail,
            Optional<EmailAddress> workEmail,
            Optional<PhoneNumber> privatePhone,
            Optional<PhoneNumber> workPhone) {

        public static final Contact NONE =
                new Contact(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @throws IllegalArgumentException for a number that is not a line, or too long */
    public EmployeeDetails {
        Lines.require(number, MAX_NUMBER_LENGTH);
    }
}
