package io.traject.organisation.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.MunicipalityDirectory;
import io.traject.web.DashboardAction;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the tree and to the municipalities: in the rail, and from the dashboard while there is none. */
@Configuration
class OrganisationNavigation {

    @Bean
    NavigationEntry organisationEntry(Authorization authorization) {
        return NavigationEntry.of("organisation", "organisation.tree.title", "/organisation", "organisation", 40)
                .when(() -> authorization.may(Permission.ORGANISATION_VIEW)
                        && authorization.actor().organisation().isPresent());
    }

    @Bean
    NavigationEntry municipalitiesEntry(Authorization authorization) {
        return NavigationEntry.of(
                        "municipalities",
                        "organisation.municipalities.title",
                        "/admin/municipalities",
                        "organisation",
                        5)
                .under("admin")
                .when(() -> authorization.mayForInstallation(Permission.ADMINISTRATION));
    }

    @Bean
    DashboardAction firstMunicipality(Authorization authorization, MunicipalityDirectory municipalities) {
        return new DashboardAction(
                "organisation.municipalities.add",
                "/admin/municipalities/new",
                "organisation",
                10,
                () -> authorization.mayForInstallation(Permission.ADMINISTRATION)
                        && municipalities.all().isEmpty());
    }
}
