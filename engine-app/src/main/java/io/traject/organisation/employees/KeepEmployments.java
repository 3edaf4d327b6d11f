package io.traject.organisation.employees;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.tree.Node;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and removes employments; who finds the employee follows at once. */
@Component
public class KeepEmployments {

    private final Employments employments;
    private final EmployeeAccess access;
    private final EmploymentCheck check;
    private final EmployeePlaces places;
    private final Authorization authorization;
    private final DomainEventLog events;
    private final BusinessTime time;

    KeepEmployments(
            Employments employments,
            EmployeeAccess access,
            EmploymentCheck check,
            EmployeePlaces places,
            Authorization authorization,
            DomainEventLog events,
            BusinessTime time) {
        this.employments = employments;
        this.access = access;
        this.check = check;
        this.places = places;
        this.authorization = authorization;
        this.events = events;
        this.time = time;
    }

    /**
     * Refused with {@code employee-archived} or as in {@link EmploymentCheck}.
     *
     * @throws NotFoundException when the employee or the workplace is not within the actor's reach
     */
    @Transactional
    public Outcome<Employment> add(UUID employee, EmploymentDetails details) {
        Employee whose =
                access.requireLocked(Permission.EMPLOYEES_EDIT, employee).employee();
        if (whose.isArchived()) {
            return Outcome.refused("employee-archived", whose.name().full());
        }
        return written(
                whose, new Employment(whose, details, time.now()), Optional.empty(), details, "employment.added");
    }

    /**
     * Refused as in {@link EmploymentCheck}.
     *
     * @param version that the change started from
     * @throws ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public Outcome<Employment> change(UUID employee, UUID id, EmploymentDetails details, long version) {
        Employee whose =
                access.requireLocked(Permission.EMPLOYEES_EDIT, employee).employee();
        Employment employment = visible(whose, id, version);
        return written(whose, employment, Optional.of(employment.details()), details, "employment.changed");
    }

    private Outcome<Employment> written(
            Employee whose,
            Employment employment,
            Optional<EmploymentDetails> before,
            EmploymentDetails details,
            String event) {
        Node employer = check.employer(whose.employer(), details.workplace());
        Optional<Refusal> refusal = check.refusal(employer, whose.id(), employment.id(), details);
        if (refusal.isPresent()) {
            return new Outcome.Refused<>(refusal.get());
        }
        places.holdTree(whose.organisation());
        employment.change(details);
        Employment saved = employments.saveAndFlush(employment);
        places.refresh(List.of(whose.id()));
        events.record(EmployeeEvents.of(event, whose, employment, before, Optional.of(details)));
        return Outcome.done(saved);
    }

    /** Takes away what was wrongly entered; an employment that ended gets an end instead. */
    @Transactional
    public void remove(UUID employee, UUID id, long version) {
        Employee whose =
                access.requireLocked(Permission.EMPLOYEES_EDIT, employee).employee();
        Employment employment = visible(whose, id, version);
        places.holdTree(whose.organisation());
        employments.delete(employment);
        employments.flush();
        places.refresh(List.of(employee));
        events.record(EmployeeEvents.of(
                "employment.removed", whose, employment, Optional.of(employment.details()), Optional.empty()));
    }

    private Employment visible(Employee whose, UUID id, long version) {
        Employment employment =
                employments.findByIdAndEmployeeId(id, whose.id()).orElseThrow(NotFoundException::new);
        authorization.require(
                Permission.EMPLOYEES_EDIT, employment.details().workplace().orElse(whose.employer()));
        if (employment.version() != version) {
            throw new ObjectOptimisticLockingFailureException(Employment.class, id);
        }
        return employment;
    }
}
