package io.traject.agenda;

import io.traject.access.Authorization;
import io.traject.agenda.AppointmentRequest.Deed;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what became of appointments, and takes it back. Each takes the version that the actor saw, empty when that doesn't
 * matter, throws {@link OptimisticLockingFailureException} when someone else changed it since, and is refused with {@code
 * appointment-action-not-allowed}.
 */
@Service
public class EndAppointment {

    private final AppointmentDirectory directory;
    private final Appointments appointments;
    private final AppointmentRequests requests;
    private final Authorization authorization;
    private final DomainEventLog events;
    private final BusinessTime time;

    EndAppointment(
            AppointmentDirectory directory,
            Appointments appointments,
            AppointmentRequests requests,
            Authorization authorization,
            DomainEventLog events,
            BusinessTime time) {
        this.directory = directory;
        this.appointments = appointments;
        this.requests = requests;
        this.authorization = authorization;
        this.events = events;
        this.time = time;
    }

    /** It is called off; the request is to be planned again, or withdrawn. */
    @Transactional
    public Outcome<Appointment> cancel(UUID id, Optional<String> why, OptionalLong seen) {
        return ended(
                id,
                seen,
                one -> one.cancel(why, deed()),
                AppointmentEvents.CANCELLED,
                AppointmentRequest::toBePlannedAgain);
    }

    /** It was held. Refused with {@code appointment-not-begun} too. */
    @Transactional
    public Outcome<Appointment> complete(UUID id, OptionalLong seen) {
        return ended(id, seen, one -> one.complete(deed()), AppointmentEvents.COMPLETED, AppointmentRequest::settled);
    }

    /** The employee did not come. Refused with {@code appointment-not-begun} too. */
    @Transactional
    public Outcome<Appointment> noShow(UUID id, OptionalLong seen) {
        return ended(id, seen, one -> one.noShow(deed()), AppointmentEvents.NO_SHOW, AppointmentRequest::settled);
    }

    /** It was held, and doesn't count any more (A26). */
    @Transactional
    public Outcome<Appointment> lapse(UUID id, Optional<String> why, OptionalLong seen) {
        return ended(id, seen, one -> one.lapse(why, deed()), AppointmentEvents.LAPSED, request -> {});
    }

    /**
     * It was not held, or missed, after all. Refused with {@code appointment-overlaps} when another has been planned for that
     * time since, {@code appointment-request-duplicate} when another request of the same type has been opened since and the
     * type allows one at most.
     */
    @Transactional
    public Outcome<Appointment> undo(UUID id, OptionalLong seen) {
        Appointment appointment = directory.toChange(id, seen);
        Optional<Outcome<Appointment>> refused = appointment.refused(AppointmentAction.UNDO, time.now());
        if (refused.isPresent()) {
            return refused.get();
        }
        if (!appointments
                .plannedBetween(appointment.employee(), appointment.when().start(), appointment.end())
                .isEmpty()) {
            return Outcome.refused("appointment-overlaps");
        }
        AppointmentRequest request = request(appointment);
        if (request.isSole()
                && requests.existsByEmployeeIdAndConsultationTypeIdAndStateIn(
                        request.employee(), request.consultationType(), RequestState.UNSETTLED)) {
            return Outcome.refused("appointment-request-duplicate");
        }
        return ended(id, seen, one -> one.undo(time.now()), AppointmentEvents.UNDONE, AppointmentRequest::plannedAgain);
    }

    private Outcome<Appointment> ended(
            UUID id,
            OptionalLong seen,
            Function<Appointment, Outcome<Appointment>> step,
            String event,
            Consumer<AppointmentRequest> afterwards) {
        return step.apply(directory.toChange(id, seen)).map(appointment -> {
            AppointmentRequest request = request(appointment);
            afterwards.accept(request);
            requests.saveAndFlush(request);
            events.record(AppointmentEvents.of(event, appointment));
            return appointments.saveAndFlush(appointment);
        });
    }

    private AppointmentRequest request(Appointment appointment) {
        return requests.findById(appointment.request()).orElseThrow(NotFoundException::new);
    }

    private Deed deed() {
        return new Deed(authorization.actor().displayName(), time.now().truncatedTo(ChronoUnit.MICROS));
    }
}
