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
 * says. Whom it can't reach becomes an event of which triggers can make a task (A36, A36b).
 */
@Component
class RemindOfAppointments {

    static final LocalTime MORNING = LocalTime.of(9, 0);

    private static final int SLICE = 50;

    private final Appointments appointments;
    private final EmployeeDirectory employees;
    private final ReminderMails mails;
    private final DomainEventLog events;
    private final JdbcClient database;
    private final BusinessTime time;

    RemindOfAppointments(
            Appointments appointments,
            EmployeeDirectory employees,
            ReminderMails mails,
            DomainEventLog events,
            JdbcClient database,
            BusinessTime time) {
        this.appointments = appointments;
        this.employees = employees;
        this.mails = mails;
        this.events = events;
        this.database = database;
        this.time = time;
    }

    /** To be called when it got its time. Nothing for one that begins before it could be reminded of. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(Appointment appointment, ConsultationType type, Employee employee) {
        Optional<Instant> due = type.details()
                .reminderDays()
                .map(days -> appointment
                        .when()
                        .day()
                        .minusDays(days)
                        .atTime(MORNING)
                        .atZone(BusinessTime.ZONE)
                        .toInstant())
                .filter(moment -> moment.isAfter(time.now()));
        if (due.isPresent() && address(employee).isEmpty()) {
            notReminded(appointment);
        } else {
            due.ifPresent(appointment::remindAt);
        }
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
                        where reminder_due_at <= ? and reminder_sent_at is null and reminder_fault is null
                          and state = 'PLANNED' and starts_at > ?
                        order by reminder_due_at limit ? for update skip locked
                        """)
                .params(now.atOffset(ZoneOffset.UTC), now.atOffset(ZoneOffset.UTC), SLICE)
                .query(UUID.class)
                .list();
        appointments.findAllById(due).forEach(appointment -> send(appointment, now));
        return due.size() == SLICE;
    }

    private void send(Appointment appointment, Instant now) {
        Employee employee = employees.get(Permission.EMPLOYEES_VIEW, appointment.employee());
        Optional<EmailAddress> address = address(employee);
        if (address.isEmpty()) {
            notReminded(appointment);
            return;
        }
        mails.send(appointment, employee, address.get());
        appointment.reminded(now);
    }

    private void notReminded(Appointment appointment) {
        appointment.cannotRemind(ReminderFault.NO_ADDRESS);
        events.record(AppointmentEvents.notReminded(appointment, ReminderFault.NO_ADDRESS));
    }

    /** At work, or else at home. */
    private static Optional<EmailAddress> address(Employee employee) {
        Contact contact = employee.details().contact();
        return contact.workEmail().or(contact::privateEmail);
    }
}
