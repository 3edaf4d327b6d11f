package io.traject.triggers.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the triggers in the rail. */
@Configuration
class TriggersNavigation {

    @Bean
    NavigationEntry triggersEntry(Authorization authorization) {
        return NavigationEntry.of("triggers", "triggers.title", "/admin/triggers", "operations", 45)
                .under("admin")
                .when(() -> authorization.mayForOrganisation(Permission.TRIGGERS_EDIT));
    }
}
