package io.traject.registration.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.web.DashboardAction;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to employers that are not published yet, and to a new one. */
@Configuration
class DraftsInNavigation {

    private final Authorization authorization;

    DraftsInNavigation(Authorization authorization) {
        this.authorization = authorization;
    }

    @Bean
    NavigationEntry employerDraftsEntry() {
        return NavigationEntry.of("employer-drafts", "registration.drafts.title", "/employers/drafts", "check-list", 20)
                .under("organisation")
                .when(this::mayRegister);
    }

    @Bean
    DashboardAction newEmployer() {
        return new DashboardAction("registration.new.title", "/employers/new", "plus", 60, this::mayRegister);
    }

    private boolean mayRegister() {
        return authorization.mayForOrganisation(Permission.EMPLOYERS_REGISTER);
    }
}
