package io.traject.organisation.employees;

import io.traject.access.Authorization;
import io.traject.access.Medical;
import io.traject.access.Permission;
import io.traject.events.DomainEventLog;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What practitioners write down about somebody's health, for one another. */
@Component
public class MedicalNotes {

    private final EmployeeAccess access;
    private final Authorization authorization;
    private final DomainEventLog events;

    MedicalNotes(EmployeeAccess access, Authorization authorization, DomainEventLog events) {
        this.access = access;
        this.authorization = authorization;
        this.events = events;
    }

    /** Pages and calls that show it are marked, so that each reading is noted. */
    @Transactional(readOnly = true)
    public Optional<String> read(UUID employee) {
        EmployeeAccess.Reached reached = access.require(Permission.MEDICAL_VIEW, employee);
        return reached.employee().medicalNote().reveal(authorization, reached.by());
    }

    /**
     * @param note empty takes it away
     * @param version that the change started from
     * @throws org.springframework.orm.ObjectOptimisticLockingFailureException when someone else changed it since
     */
    @Transactional
    public void write(UUID employee, Optional<String> note, long version) {
        Employee whose =
                access.requireLocked(Permission.MEDICAL_EDIT, employee, version).employee();
        whose.note(note.map(Medical::of).orElseGet(Medical::nothing));
        events.record(EmployeeEvents.of("employee.medical-note-written", whose));
    }
}
