package io.traject.organisation.employees.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class EmployeesNavigation {

    @Bean
    NavigationEntry employeesEntry(Authorization authorization) {
        return NavigationEntry.of("employees", "organisation.employees.title", "/employees", "people", 42)
                .when(() -> authorization.may(Permission.EMPLOYEES_VIEW)
                        && authorization.actor().organisation().isPresent());
    }
}
