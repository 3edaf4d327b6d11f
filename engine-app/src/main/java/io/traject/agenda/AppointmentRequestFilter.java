package io.traject.agenda;

import java.util.Optional;
import java.util.UUID;

/**
 * Which requests of a list are wanted; what is empty doesn't matter.
 *
 * @param text beginnings of words of the employee's number or names, all of which must be there, in any order
 */
public record AppointmentRequestFilter(
        Optional<RequestState> state,
        Optional<UUID> consultationType,
        Optional<UUID> employee,
        Optional<UUID> about,
        Optional<String> text) {

    public static AppointmentRequestFilter ofEmployee(UUID employee) {
        return new AppointmentRequestFilter(
                Optional.empty(), Optional.empty(), Optional.of(employee), Optional.empty(), Optional.empty());
    }

    public static AppointmentRequestFilter aboutCase(UUID caseId) {
        return new AppointmentRequestFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(caseId), Optional.empty());
    }
}
