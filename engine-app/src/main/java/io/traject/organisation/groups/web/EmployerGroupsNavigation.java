package io.traject.organisation.groups.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the employer groups in the rail. */
@Configuration
class EmployerGroupsNavigation {

    @Bean
    NavigationEntry employerGroupsEntry(Authorization authorization) {
        return NavigationEntry.of("employer-groups", "organisation.groups.title", "/employer-groups", "people", 20)
                .under("organisation")
                .when(() -> authorization.may(Permission.ORGANISATION_EDIT)
                        && authorization.actor().organisation().isPresent());
    }
}
