package io.traject.agenda;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which appointments of a list are wanted; what is empty doesn't matter.
 *
 * @param cancelledToo where no state is wanted: whether those that were called off are
 * @param from the first moment at which one begins
 * @param until the moment before which it does
 * @param text beginnings of words of the employee's number or names, all of which must be there, in any order
 */
public record AppointmentFilter(
        Optional<AppointmentState> state,
        boolean cancelledToo,
        Optional<UUID> consultationType,
        Optional<UUID> employee,
        Optional<UUID> about,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> text) {

    public static AppointmentFilter ofEmployee(UUID employee) {
        return new AppointmentFilter(
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.of(employee),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static AppointmentFilter aboutCase(UUID caseId) {
        return new AppointmentFilter(
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of(caseId),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
