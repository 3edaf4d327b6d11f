package io.traject.agenda;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.agenda.AppointmentRequest.Deed;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDirectory;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans what was requested, by hand: somebody chose the time. Each takes the version that the actor saw, empty when that
 * doesn't matter, and throws {@link OptimisticLockingFailureException} when someone else changed it since.
 */
@Service
public class PlanAppointment {

    private final AppointmentRequestDirectory requestDirectory;
    private final AppointmentRequests requests;
    private final AppointmentDirectory directory;
    private final Appointments appointments;
    private final ConsultationTypes types;
    private final EmployeeDirectory employees;
    private final BookingRules rules;
    private final RemindOfAppointments reminders;
    private final Authorization authorization;
    private final DomainEventLog events;
    private final BusinessTime time;

    PlanAppointment(
            AppointmentRequestDirectory requestDirectory,
            AppointmentRequests requests,
            AppointmentDirectory directory,
            Appointments appointments,
            ConsultationTypes types,
            EmployeeDirectory employees,
            BookingRules rules,
            RemindOfAppointments reminders,
            Authorization authorization,
            DomainEventLog events,
            BusinessTime time) {
        this.requestDirectory = requestDirectory;
        this.requests = requests;
        this.directory = directory;
        this.appointments = appointments;
        this.types = types;
        this.employees = employees;
        this.rules = rules;
        this.reminders = reminders;
        this.authorization = authorization;
        this.events = events;
        this.time = time;
    }

    /**
     * Plans an open request for the time that its type takes.
     *
     * <p>Refused with {@code appointment-request-not-open}, {@code employee-archived}, or what the {@link BookingRules} say:
     * {@code appointment-in-past}, {@code appointment-saturday-not-allowed}, {@code appointment-sunday-not-allowed}, {@code
     * appointment-overlaps}.
     */
    @Transactional
    public Outcome<Appointment> plan(UUID id, PlannedTime when, OptionalLong seen) {
        AppointmentRequest request = requestDirectory.toChange(id, seen, Permission.APPOINTMENTS_PLAN);
        Employee employee = employees.get(Permission.APPOINTMENTS_PLAN, request.employee());
        ConsultationType type = type(request.consultationType());
        if (request.state() != RequestState.OPEN) {
            return Outcome.refused("appointment-request-not-open");
        }
        if (employee.isArchived()) {
            return archived(employee);
        }
        Duration duration = type.details().duration();
        Optional<Refusal> refusal = rules.against(request, when, duration, Optional.empty());
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        request.planned();
        requests.saveAndFlush(request);
        Appointment planned = new Appointment(
                request,
                when,
                duration,
                new Deed(authorization.actor().displayName(), time.now().truncatedTo(ChronoUnit.MICROS)));
        appointments.save(planned);
        events.record(AppointmentEvents.of(AppointmentEvents.PLANNED, planned));
        reminders.plan(planned, type, employee, false);
        return Outcome.done(appointments.saveAndFlush(planned));
    }

    /** Moves one that was planned. Refused with {@code appointment-action-not-allowed} or as {@link #plan} for its time. */
    @Transactional
    public Outcome<Appointment> reschedule(UUID id, PlannedTime when, OptionalLong seen) {
        Appointment appointment = directory.toChange(id, seen);
        Optional<Outcome<Appointment>> refused = appointment.refused(AppointmentAction.RESCHEDULE, time.now());
        if (refused.isPresent()) {
            return refused.get();
        }
        if (appointment.when().equals(when)) {
            return Outcome.done(appointment);
        }
        Employee employee = employees.get(Permission.APPOINTMENTS_PLAN, appointment.employee());
        if (employee.isArchived()) {
            return archived(employee);
        }
        AppointmentRequest request = requests.findById(appointment.request()).orElseThrow(NotFoundException::new);
        Duration duration = Duration.between(appointment.when().start(), appointment.end());
        Optional<Refusal> refusal = rules.against(request, when, duration, Optional.of(id));
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        LocalDate before = appointment.when().day();
        boolean told = appointment.reminder().sent().isPresent();
        appointment.at(when, duration);
        events.record(AppointmentEvents.rescheduled(appointment, before));
        reminders.plan(appointment, type(appointment.consultationType()), employee, told);
        return Outcome.done(appointments.saveAndFlush(appointment));
    }

    private static Outcome<Appointment> archived(Employee employee) {
        return Outcome.refused("employee-archived", employee.name().full());
    }

    private ConsultationType type(UUID id) {
        return types.findById(id).orElseThrow(NotFoundException::new);
    }
}
