package io.traject.rules.bookings;

import java.time.DayOfWeek;
import java.time.Instant;

/**
 * An appointment that somebody wants to book.
 *
 * @param ends after it begins
 * @param day on which it begins, in the installation's time zone
 * @param now when it is booked
 * @param latest the last moment at which one may begin
 * @param saturdayAllowed what its request says (A38)
 */
public record Booking(
        Instant begins,
        Instant ends,
        DayOfWeek day,
        Instant now,
        Instant latest,
        boolean saturdayAllowed,
        boolean sundayHolidayAllowed) {

    /** Another appointment of the employee. */
    public record Planned(Instant begins, Instant ends) {}
}
