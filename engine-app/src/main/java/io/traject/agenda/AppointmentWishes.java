package io.traject.agenda;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When an appointment may be.
 *
 * @param saturdayAllowed whether it may be on a Saturday (A38)
 * @param sundayHolidayAllowed whether it may be on a Sunday or a holiday
 * @param from the first day on which it is wanted
 * @param until the last day
 * @param remark for whoever plans it; nothing medical
 */
public record AppointmentWishes(
        boolean saturdayAllowed,
        boolean sundayHolidayAllowed,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<String> remark) {

    public static final int MAX_REMARK_LENGTH = 1000;

    /** On a working day, some day. */
    public static final AppointmentWishes NONE =
            new AppointmentWishes(false, false, Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws IllegalArgumentException for a last day before the first, or a remark that is blank or too long */
    public AppointmentWishes {
        if (until.isPresent() && from.filter(until.get()::isBefore).isPresent()) {
            throw new IllegalArgumentException("ends before it begins");
        }
        if (remark.filter(text -> text.isBlank() || text.length() > MAX_REMARK_LENGTH)
                .isPresent()) {
            throw new IllegalArgumentException("no remark of at most %d characters".formatted(MAX_REMARK_LENGTH));
        }
    }

    /** @param saturday whether it may be on a Saturday @param sundayHoliday whether on a Sunday or a holiday */
    public static AppointmentWishes on(boolean saturday, boolean sundayHoliday) {
        return new AppointmentWishes(saturday, sundayHoliday, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What was remarked is about somebody. */
    @Override
    public String toString() {
        return "AppointmentWishes[%s, %s, %s, %s]".formatted(saturdayAllowed, sundayHolidayAllowed, from, until);
    }
}
