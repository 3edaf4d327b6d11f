package io.traject.cases;

import io.traject.organisation.employees.EmployeeRenamed;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases about an employee are found by the name that the employee has now. */
@Component
class CasesFollowNames {

    private final JdbcClient database;

    CasesFollowNames(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void when(EmployeeRenamed renamed) {
        database.sql("update cases_case set subject = ?, version = version + 1 where employee_id = ?")
                .params(renamed.name(), renamed.employee())
                .update();
    }
}
