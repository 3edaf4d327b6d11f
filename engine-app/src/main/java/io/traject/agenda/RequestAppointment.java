package io.traject.agenda;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.agenda.NewAppointmentRequest.Origin;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDirectory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for an appointment for an employee: for a person, a program, or the system when a trigger says so (A11d). */
@Service
public class RequestAppointment {

    private final EmployeeDirectory employees;
    private final ConsultationTypes types;
    private final AppointmentRequests requests;
    private final RequestRules rules;
    private final CaseOfRequest cases;
    private final Turns turns;
    private final Authorization authorization;
    private final DomainEventLog events;
    private final BusinessTime time;

    RequestAppointment(
            EmployeeDirectory employees,
            ConsultationTypes types,
            AppointmentRequests requests,
            RequestRules rules,
            CaseOfRequest cases,
            Turns turns,
            Authorization authorization,
            DomainEventLog events,
            BusinessTime time) {
        this.employees = employees;
        this.types = types;
        this.requests = requests;
        this.rules = rules;
        this.cases = cases;
        this.turns = turns;
        this.authorization = authorization;
        this.events = events;
        this.time = time;
    }

    /**
     * A repeat with the key of an {@link Origin} makes nothing and answers what the first has made, whatever became of it.
     *
     * @return refused with {@code employee-archived}, {@code consultation-type-retired}, {@code desired-period-past}, {@code
     *     appointment-request-duplicate}, or as {@link CaseOfRequest#choose the case} is
     * @throws NotFoundException when there is no such employee within reach, or no such type in the organisation
     */
    @Transactional
    public Outcome<AppointmentRequest> request(NewAppointmentRequest wanted) {
        Employee employee = employees.get(Permission.APPOINTMENTS_REQUEST, wanted.employee());
        turns.take(AppointmentRequestDirectory.TURN, employee.id());
        Optional<AppointmentRequest> before = wanted.origin()
                .flatMap(origin -> requests.findByOrganisationIdAndOriginKey(employee.organisation(), origin.key()));
        if (before.isPresent()) {
            return Outcome.done(before.get());
        }
        ConsultationType type = types.findAndShareById(wanted.consultationType())
                .filter(found -> found.organisation().equals(employee.organisation()))
                .orElseThrow(NotFoundException::new);
        Optional<Refusal> refusal = rules.againstMaking(employee, type, wanted.wishes())
                .or(() -> wanted.draft() ? Optional.empty() : rules.againstOpening(employee, type));
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        return cases.choose(wanted.about(), employee.id(), type).map(about -> made(wanted, employee, type, about));
    }

    private AppointmentRequest made(
            NewAppointmentRequest wanted, Employee employee, ConsultationType type, Optional<UUID> about) {
        Actor actor = authorization.actor();
        Instant now = time.now().truncatedTo(ChronoUnit.MICROS);
        AppointmentRequest request = new AppointmentRequest(employee, type, wanted, actor, now);
        request.assign(about);
        if (!wanted.draft()) {
            request.open(type.noDuplicates(), new AppointmentRequest.Deed(actor.displayName(), now))
                    .orThrow();
        }
        AppointmentRequest saved = requests.saveAndFlush(request);
        events.record(RequestEvents.of(saved, type, Optional.empty()));
        return saved;
    }
}
