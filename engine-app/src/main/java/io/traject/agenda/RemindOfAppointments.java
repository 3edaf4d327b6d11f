package io.traject.agenda;

import io.traject.access.Permission;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.EmailAddress;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDetails.Contact;
import io.traject.organisation.employees.EmployeeDirectory;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds employees by mail of their appointments, in the morning of the day that lies as far before as the consultation type
 * says, unless their employer wants none at that moment; who was mailed another time is told the new one all the same. Whom it can't reach becomes an event of which triggers can make a task (A36, A36b).
 */
@Component
class RemindOfAppointments {

    static final LocalTime MORNING = LocalTime.of(9, 0);

    private static final int SLICE = 50;

    private final Appointments appointments;
    private final EmployeeDirectory employees;
    private final ReminderMails mails;
    private final DomainEventLog events;
    private final RemindsEmployees remindsEmployees;
    private final JdbcClient database;
    private final BusinessTime time;

    RemindOfAppointments(
            Appointments appointments,
            EmployeeDirectory employees,
            ReminderMails mails,
            DomainEventLog events,
            RemindsEmployees remindsEmployees,
            JdbcClient database,
            BusinessTime time) {
        this.appointments = appointments;
        this.employees = employees;
        this.mails = mails;
        this.events = events;
        this.remindsEmployees = remindsEmployees;
        this.database = database;
        this.time = time;
    }

    /**
     * To be called when it got its time. Nothing for one that begins before it could be reminded of, unless the employee holds
     * a mail with another time: then it is due at once.
     *
     * @param toldOtherwise whether a mail was sent with another time or place
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(Appointment appointment, ConsultationType type, Employee employee, boolean toldOtherwise) {
        Instant now = time.now().truncatedTo(ChronoUnit.MICROS);
        if (toldOtherwise
                && !remindsEmployees.of(appointment.employer())
                && fault(employee).isEmpty()) {
            mails.send(appointment, employee, address(employee).orElseThrow());
            appointment.reminded(now);
            return;
        }
        Optional<Instant> due = type.details()
                .reminderDays()
                .map(days -> appointment
                        .when()
                        .day()
                        .minusDays(days)
                        .atTime(MORNING)
                        .atZone(BusinessTime.ZONE)
                        .toInstant())
                .filter(moment -> moment.isAfter(now))
                .or(() -> Optional.of(now).filter(moment -> toldOtherwise));
        due.ifPresent(moment -> {
            appointment.remindAt(moment);
            fault(employee).ifPresent(fault -> {
                appointment.cannotRemindYet(fault);
                events.record(AppointmentEvents.notReminded(appointment, fault));
            });
        });
    }

    /**
     * Sends what is due, each once: that it was sent and the mail are committed together, and one that is being sent is
     * nobody else's. To be called as the system.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean sendSome() {
        Instant now = time.now().truncatedTo(ChronoUnit.MICROS);
        List<UUID> due = database.sql("""
                        select id from agenda_appointment
                        where reminder_due_at <= ? and reminder_sent_at is null and state = 'PLANNED' and starts_at > ?
                        order by reminder_due_at limit ? for update skip locked
                        """)
                .params(now.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC), SLICE)
                .query(UUID.class)
                .list();
        appointments.findAllById(due).forEach(appointment -> send(appointment, now));
        return due.size() == SLICE;
    }

    private void send(Appointment appointment, Instant now) {
        if (!remindsEmployees.of(appointment.employer())) {
            appointment.remindNobody();
            return;
        }
        Employee employee = employees.get(Permission.EMPLOYEES_VIEW, appointment.employee());
        Optional<ReminderFault> fault = fault(employee);
        if (fault.isPresent()) {
            if (!appointment.reminder().fault().equals(fault)) {
                events.record(AppointmentEvents.notReminded(appointment, fault.get()));
            }
            appointment.cannotRemind(fault.get());
        } else {
            mails.send(appointment, employee, address(employee).orElseThrow());
            appointment.reminded(now);
        }
    }

    private static Optional<ReminderFault> fault(Employee employee) {
        if (employee.isArchived()) {
            return Optional.of(ReminderFault.ARCHIVED);
        }
        return address(employee).isEmpty() ? Optional.of(ReminderFault.NO_ADDRESS) : Optional.empty();
    }

    /** At work, or else at home. */
    private static Optional<EmailAddress> address(Employee employee) {
        Contact contact = employee.details().contact();
        return contact.workEmail().or(contact::privateEmail);
    }
}
