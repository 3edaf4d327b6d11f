package io.traject.organisation.employees;

import io.traject.access.AccessLog;
import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.Permission;
import io.traject.access.PersonalFile;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.Bsn;
import io.traject.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds employees by the whole BSN; that somebody did so is written down, whether it found anybody or not. */
@Component
public class FindByBsn {

    private final Employees employees;
    private final EmployeeAccess access;
    private final Authorization authorization;
    private final AccessLog accessLog;
    private final PlacesOfFiles places;
    private final DomainEventLog events;

    FindByBsn(
            Employees employees,
            EmployeeAccess access,
            Authorization authorization,
            AccessLog accessLog,
            PlacesOfFiles places,
            DomainEventLog events) {
        this.employees = employees;
        this.access = access;
        this.authorization = authorization;
        this.accessLog = accessLog;
        this.places = places;
        this.events = events;
    }

    /** @return one for each employer within the actor's reach that this person works for */
    @Transactional
    public List<UUID> find(Bsn bsn) {
        authorization.require(Permission.EMPLOYEES_VIEW);
        Actor actor = authorization.require(Permission.EMPLOYEES_FIND_BY_BSN);
        authorization.reach(Permission.EMPLOYEES_FIND_BY_BSN);
        UUID organisation = actor.organisation().orElseThrow();
        List<Employee> found = employees.findByOrganisationIdAndBsn(organisation, bsn.value()).stream()
                .flatMap(employee -> access.reached(Permission.EMPLOYEES_FIND_BY_BSN, Optional.of(employee)).stream())
                .map(EmployeeAccess.Reached::employee)
                .toList();
        if (found.isEmpty()) {
            accessLog.looked(PersonalFile.of(FileKind.EMPLOYEES, organisation, organisation), FilePart.SEARCH_IN_VAIN);
        } else {
            accessLog.looked(found.stream().map(places::file).toList(), FilePart.SEARCH);
        }
        events.record(new DomainEvent(
                Ids.next(),
                "employee.sought-by-bsn",
                organisation,
                found.isEmpty() ? organisation : found.getFirst().id(),
                null,
                null,
                null,
                Map.of("found", found.size())));
        return found.stream().map(Employee::id).toList();
    }
}
