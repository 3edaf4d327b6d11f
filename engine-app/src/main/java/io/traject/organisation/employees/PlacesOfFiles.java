package io.traject.organisation.employees;

import io.traject.access.FileKind;
import io.traject.access.FilePlaces;
import io.traject.access.PersonalFile;
import io.traject.kernel.BusinessTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file of an employee lies where the employee works: by the employment that counts most today, as lists show it. */
@Component
class PlacesOfFiles implements FilePlaces {

    private final JdbcClient database;
    private final BusinessTime time;

    PlacesOfFiles(JdbcClient database, BusinessTime time) {
        this.database = database;
        this.time = time;
    }

    @Override
    public FileKind kind() {
        return FileKind.EMPLOYEE;
    }

    @Override
    public Optional<UUID> placeOf(UUID employee) {
        return database.sql("""
                        select coalesce(m.department_id, m.establishment_id, e.employer_id)
                        from organisation_employee e
                        left join organisation_employment m on m.employee_id = e.id
                            and coalesce(m.ends_on, date 'infinity') >= :today
                        where e.id = :employee
                        order by m.starts_on > :today, m.part_time desc, m.starts_on desc
                        limit 1
                        """)
                .param("employee", employee)
                .param("today", time.today())
                .query(UUID.class)
                .optional();
    }

    PersonalFile file(Employee employee) {
        return employee.file().at(placeOf(employee.id()).orElse(employee.employer()));
    }
}
