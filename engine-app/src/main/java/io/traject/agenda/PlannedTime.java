package io.traject.agenda;

import io.traject.kernel.BusinessTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When and where an appointment is.
 *
 * @param place an address or a room, as the employee is to read it
 */
public record PlannedTime(Instant start, Optional<String> place) {

    public static final int MAX_PLACE_LENGTH = 200;

    /** @throws IllegalArgumentException for a place that is blank or too long */
    public PlannedTime {
        if (place.filter(text -> text.isBlank() || text.length() > MAX_PLACE_LENGTH)
                .isPresent()) {
            throw new IllegalArgumentException("no place of at most %d characters".formatted(MAX_PLACE_LENGTH));
        }
    }

    /** The moment of a time of day; empty for one that the clock skips. Of one that comes twice, the first. */
    public static Optional<Instant> moment(LocalDate day, LocalTime time) {
        LocalDateTime local = day.atTime(time);
        return BusinessTime.ZONE.getRules().getValidOffsets(local).stream()
                .findFirst()
                .map(local::toInstant);
    }

    public LocalDate day() {
        return start.atZone(BusinessTime.ZONE).toLocalDate();
    }

    public LocalTime time() {
        return start.atZone(BusinessTime.ZONE).toLocalTime();
    }
}
