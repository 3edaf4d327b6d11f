package io.traject.agenda;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.employees.EmployeeDirectory;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens, withdraws and reinstates appointment requests. Each takes the version that the actor saw, empty when that doesn't
 * matter, and throws {@link OptimisticLockingFailureException} when someone else changed the request since.
 */
@Service
public class MoveAppointmentRequest {

    private final AppointmentRequestDirectory directory;
    private final AppointmentRequests requests;
    private final ConsultationTypes types;
    private final EmployeeDirectory employees;
    private final RequestRules rules;
    private final Authorization authorization;
    private final DomainEventLog events;
    private final BusinessTime time;

    MoveAppointmentRequest(
            AppointmentRequestDirectory directory,
            AppointmentRequests requests,
            ConsultationTypes types,
            EmployeeDirectory employees,
            RequestRules rules,
            Authorization authorization,
            DomainEventLog events,
            BusinessTime time) {
        this.directory = directory;
        this.requests = requests;
        this.types = types;
        this.employees = employees;
        this.rules = rules;
        this.authorization = authorization;
        this.events = events;
        this.time = time;
    }

    /**
     * Lets a draft be planned. Refused with {@code appointment-request-not-draft}, {@code employee-archived}, {@code
     * consultation-type-retired} or {@code appointment-request-duplicate}.
     */
    @Transactional
    public Outcome<AppointmentRequest> open(UUID id, OptionalLong seen) {
        AppointmentRequest request = directory.toChange(id, seen, Permission.APPOINTMENTS_REQUEST);
        Employee employee = employees.get(Permission.APPOINTMENTS_REQUEST, request.employee());
        ConsultationType type =
                types.findAndShareById(request.consultationType()).orElseThrow(NotFoundException::new);
        Optional<Refusal> refusal = request.allowedActions().contains(RequestAction.OPEN)
                ? rules.againstOpening(employee, type)
                : Optional.empty();
        return refusal.<Outcome<AppointmentRequest>>map(Outcome.Refused::new)
                .orElseGet(() -> moved(request, type, one -> one.open(type.noDuplicates(), deed())));
    }

    /** Refused with {@code appointment-request-withdrawn}, {@code -planned} or {@code -settled}. */
    @Transactional
    public Outcome<AppointmentRequest> withdraw(UUID id, OptionalLong seen) {
        AppointmentRequest request = directory.toChange(id, seen, Permission.APPOINTMENTS_REQUEST);
        return moved(request, type(request), one -> one.withdraw(deed()));
    }

    /** Makes one that was withdrawn a draft again. Refused with {@code appointment-request-not-withdrawn}. */
    @Transactional
    public Outcome<AppointmentRequest> reinstate(UUID id, OptionalLong seen) {
        AppointmentRequest request = directory.toChange(id, seen, Permission.APPOINTMENTS_REQUEST);
        return moved(request, type(request), AppointmentRequest::reinstate);
    }

    private Outcome<AppointmentRequest> moved(
            AppointmentRequest request,
            ConsultationType type,
            Function<AppointmentRequest, Outcome<AppointmentRequest>> step) {
        RequestState before = request.state();
        return step.apply(request).map(moved -> {
            AppointmentRequest saved = requests.saveAndFlush(moved);
            events.record(RequestEvents.of(saved, type, Optional.of(before)));
            return saved;
        });
    }

    private ConsultationType type(AppointmentRequest request) {
        return types.findById(request.consultationType()).orElseThrow(NotFoundException::new);
    }

    private AppointmentRequest.Deed deed() {
        return new AppointmentRequest.Deed(
                authorization.actor().displayName(), time.now().truncatedTo(ChronoUnit.MICROS));
    }
}
