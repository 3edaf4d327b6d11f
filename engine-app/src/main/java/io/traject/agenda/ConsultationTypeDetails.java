package io.traject.agenda;

import io.traject.cases.CaseType;
import java.time.Duration;
import java.util.Optional;

/**
 * What an administrator decides about a consultation type.
 *
 * @param duration of an appointment, in whole minutes
 * @param preferredCaseType of the case that a request is about, unless somebody chooses another (A11d)
 * @param noDuplicates whether an employee has one open request of the type at most (A35)
 */
public record ConsultationTypeDetails(
        LocalName name, Duration duration, Optional<CaseType> preferredCaseType, boolean noDuplicates) {

    public static final int LEAST_MINUTES = 5;
    public static final int MOST_MINUTES = 480;

    /** @throws IllegalArgumentException for a duration out of bounds, or a type of case that is about no employee */
    public ConsultationTypeDetails {
        long minutes = duration.toMinutes();
        if (minutes < LEAST_MINUTES || minutes > MOST_MINUTES || !duration.equals(Duration.ofMinutes(minutes))) {
            throw new IllegalArgumentException("no duration of a consultation: " + duration);
        }
        if (preferredCaseType.filter(type -> !type.isAboutEmployee()).isPresent()) {
            throw new IllegalArgumentException("about no employee: " + preferredCaseType);
        }
    }
}
