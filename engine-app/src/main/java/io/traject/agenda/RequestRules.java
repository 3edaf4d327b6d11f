package io.traject.agenda;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.Refusal;
import io.traject.organisation.employees.Employee;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What may stand in the way of a request. Asked while the employee's {@link Turns turn} is held. */
@Component
class RequestRules {

    private final AppointmentRequests requests;
    private final BusinessTime time;

    RequestRules(AppointmentRequests requests, BusinessTime time) {
        this.requests = requests;
        this.time = time;
    }

    /** Of a new one, draft or not. */
    Optional<Refusal> againstMaking(Employee employee, ConsultationType type, AppointmentWishes wishes) {
        return archived(employee).or(() -> retired(type)).or(() -> past(wishes));
    }

    /** Of letting one be planned. */
    Optional<Refusal> againstOpening(Employee employee, ConsultationType type) {
        return archived(employee).or(() -> retired(type)).or(() -> duplicate(employee.id(), type));
    }

    private static Optional<Refusal> archived(Employee employee) {
        return employee.isArchived()
                ? Optional.of(Refusal.of("employee-archived", employee.name().full()))
                : Optional.empty();
    }

    private static Optional<Refusal> retired(ConsultationType type) {
        return type.isRetired() ? Optional.of(Refusal.of("consultation-type-retired")) : Optional.empty();
    }

    /** Refused when the whole period in which it is wanted has gone by. */
    Optional<Refusal> past(AppointmentWishes wishes) {
        return wishes.until()
                .filter(last -> last.isBefore(time.today()))
                .map(last -> Refusal.of("desired-period-past"));
    }

    /** A type may forbid a second open request or planned appointment for the same employee (A35). */
    private Optional<Refusal> duplicate(UUID employee, ConsultationType type) {
        return type.noDuplicates()
                        && requests.existsByEmployeeIdAndConsultationTypeIdAndStateIn(
                                employee, type.id(), RequestState.UNSETTLED)
                ? Optional.of(Refusal.of("appointment-request-duplicate"))
                : Optional.empty();
    }
}
