package io.traject.cases;

import io.traject.access.FileKind;
import io.traject.access.FilePlaces;
import io.traject.organisation.employees.EmployeeDirectory;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A case about an employee lies where the employee works. */
@Component
class PlacesOfCases implements FilePlaces {

    private final Cases cases;
    private final EmployeeDirectory employees;

    PlacesOfCases(Cases cases, EmployeeDirectory employees) {
        this.cases = cases;
        this.employees = employees;
    }

    @Override
    public FileKind kind() {
        return FileKind.CASE;
    }

    @Override
    public Optional<UUID> placeOf(UUID file) {
        return cases.findById(file).flatMap(Case::employee).flatMap(employees::workplace);
    }
}
