package io.traject.agenda;

import io.traject.cases.CaseType;
import java.time.Duration;
import java.util.Optional;

/**
 * What an administrator decides about a consultation type.
 *
 * @param duration of an appointment, in whole minutes
 * @param preferredCaseType of the case that a request is about, unless somebody chooses another (A11d)
 * @param noDuplicates whether an employee has one open request or planned appointment of the type at most (A35)
 * @param reminderDays how many days before an appointment the employee is reminded by mail; empty for not at all (A36)
 */
public record ConsultationTypeDetails(
        LocalName name,
        Duration duration,
        Optional<CaseType> preferredCaseType,
        boolean noDuplicates,
        Optional<Integer> reminderDays) {

    public static final int LEAST_MINUTES = 5;
    public static final int MOST_MINUTES = 480;
    public static final int MOST_REMINDER_DAYS = 30;

    /** @throws IllegalArgumentException for a duration or days out of bounds, or a type of case that is about no employee */
    public ConsultationTypeDetails {
        long minutes = duration.toMinutes();
        if (minutes < LEAST_MINUTES || minutes > MOST_MINUTES || !duration.equals(Duration.ofMinutes(minutes))) {
            throw new IllegalArgumentException("no duration of a consultation: " + duration);
        }
        if (reminderDays.filter(days -> days < 1 || days > MOST_REMINDER_DAYS).isPresent()) {
            throw new IllegalArgumentException("no day before an appointment: " + reminderDays);
        }
        if (preferredCaseType.filter(type -> !type.isAboutEmployee()).isPresent()) {
            throw new IllegalArgumentException("about no employee: " + preferredCaseType);
        }
    }
}
