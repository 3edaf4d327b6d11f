package io.traject.organisation.demo;

import io.traject.kernel.Bsn;
import io.traject.kernel.Country;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.organisation.employees.EmployeeDetails;
import io.traject.organisation.employees.Gender;
import io.traject.organisation.employees.HomeAddress;
import io.traject.organisation.employees.PersonName;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Somebody invented.
 *
 * @param number among all people of the demo: no two share it, or the personnel number and BSN that are made of it
 * @param prefix of the last name; empty for none
 * @param born day of birth
 * @param job name of the job function
 * @param partTime percentage
 */
record DemoPerson(
        int number,
        String firstName,
        String prefix,
        String lastName,
        Gender gender,
        String born,
        String job,
        String partTime) {

    private static final int FIRST_BSN = 999_900_000;

    static DemoPerson woman(
            int number, String firstName, String prefix, String lastName, String born, String job, String partTime) {
        return new DemoPerson(number, firstName, prefix, lastName, Gender.FEMALE, born, job, partTime);
    }

    static DemoPerson man(
            int number, String firstName, String prefix, String lastName, String born, String job, String partTime) {
        return new DemoPerson(number, firstName, prefix, lastName, Gender.MALE, born, job, partTime);
    }

    EmployeeDetails details() {
        var mail = new EmailAddress("%s.%s@voorbeeld.example".formatted(ascii(firstName), ascii(lastName)));
        return new EmployeeDetails(
                Integer.toString(1000 + number),
                Optional.of(bsn(number)),
                new PersonName(
                        firstName.charAt(0) + ".",
                        Optional.of(firstName),
                        Optional.empty(),
                        Optional.of(prefix).filter(text -> !text.isEmpty()),
                        lastName),
                Optional.of(LocalDate.parse(born)),
                gender,
                number % 10 == 4 ? Optional.of(Language.EN) : Optional.empty(),
                new EmployeeDetails.Contact(Optional.empty(), Optional.of(mail), Optional.empty(), Optional.empty()),
                Optional.of(new HomeAddress(
                        "Lindelaan", Integer.toString(2 * number + 1), "1234 AB", "Waterdam", Country.NETHERLANDS)));
    }

    private static String ascii(String name) {
        return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z]", "");
    }

    /** The numbers from 999900000 on that are valid: nobody has one. */
    private static Bsn bsn(int n) {
        return IntStream.iterate(FIRST_BSN, number -> number + 1)
                .mapToObj(number -> Bsn.parse(Integer.toString(number)))
                .flatMap(Optional::stream)
                .skip(n)
                .findFirst()
                .orElseThrow();
    }
}
