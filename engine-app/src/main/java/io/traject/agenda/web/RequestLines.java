package io.traject.agenda.web;

import io.traject.access.Authorization;
import io.traject.agenda.AppointmentRequestSummary;
import io.traject.agenda.AppointmentSummary;
import io.traject.agenda.ConsultationTypeCatalogue;
import io.traject.kernel.Language;
import io.traject.organisation.employees.EmployeeList;
import io.traject.organisation.employees.EmployeeSummary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Requests and appointments as lists show them, with the names of what they refer to. */
@Component
class RequestLines {

    private final EmployeeList employees;
    private final ConsultationTypeCatalogue types;
    private final Authorization authorization;

    RequestLines(EmployeeList employees, ConsultationTypeCatalogue types, Authorization authorization) {
        this.employees = employees;
        this.types = types;
        this.authorization = authorization;
    }

    /**
     * A request in a list.
     *
     * @param type by name
     * @param employee empty for one who left the reader's reach in this very moment
     */
    record Line(AppointmentRequestSummary request, String type, Optional<EmployeeSummary> employee) {}

    /** An appointment in a list, as {@link Line} is of a request. */
    record PlannedLine(AppointmentSummary appointment, String type, Optional<EmployeeSummary> employee) {}

    List<PlannedLine> ofPlanned(List<AppointmentSummary> appointments, Language reader) {
        Map<UUID, String> names = typeNames(reader);
        Map<UUID, EmployeeSummary> whose = whose(appointments.stream().map(AppointmentSummary::employee));
        return appointments.stream()
                .map(appointment -> new PlannedLine(
                        appointment,
                        Objects.requireNonNull(names.get(appointment.consultationType())),
                        Optional.ofNullable(whose.get(appointment.employee()))))
                .toList();
    }

    private Map<UUID, EmployeeSummary> whose(Stream<UUID> ids) {
        return employees.of(ids.distinct().toList()).stream()
                .collect(Collectors.toMap(EmployeeSummary::id, Function.identity()));
    }

    List<Line> of(List<AppointmentRequestSummary> requests, Language reader) {
        Map<UUID, String> names = typeNames(reader);
        Map<UUID, EmployeeSummary> whose = whose(requests.stream().map(AppointmentRequestSummary::employee));
        return requests.stream()
                .map(request -> new Line(
                        request,
                        Objects.requireNonNull(names.get(request.consultationType())),
                        Optional.ofNullable(whose.get(request.employee()))))
                .toList();
    }

    /** Of all types of the reader's organisation. */
    Map<UUID, String> typeNames(Language reader) {
        return types.all(organisation(), reader).stream()
                .collect(Collectors.toMap(ConsultationTypeCatalogue.Entry::id, ConsultationTypeCatalogue.Entry::name));
    }

    private UUID organisation() {
        return authorization.actor().organisation().orElseThrow();
    }
}
