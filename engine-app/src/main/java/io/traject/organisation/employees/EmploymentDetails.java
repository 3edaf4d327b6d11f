package io.traject.organisation.employees;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Where somebody works, as what and from when to when.
 *
 * @param establishment of the employer
 * @param department of the employer, in the establishment or not
 * @param number by which the employer knows the employment
 * @param start the first day
 * @param end the last day; empty while none is known
 */
public record EmploymentDetails(
        Optional<UUID> establishment,
        Optional<UUID> department,
        Optional<UUID> jobFunction,
        Optional<String> number,
        LocalDate start,
        Optional<LocalDate> end,
        PartTime partTime) {

    public static final int MAX_NUMBER_LENGTH = 30;

    /** @throws IllegalArgumentException when it ends before it starts, or the number is not a line */
    public EmploymentDetails {
        number.ifPresent(text -> Lines.require(text, MAX_NUMBER_LENGTH));
        if (end.filter(day -> day.isBefore(start)).isPresent()) {
            throw new IllegalArgumentException("ends before it starts");
        }
    }

    /** The part of the organisation in which somebody works; empty for the employer itself. */
    public Optional<UUID> workplace() {
        return department.or(() -> establishment);
    }
}
