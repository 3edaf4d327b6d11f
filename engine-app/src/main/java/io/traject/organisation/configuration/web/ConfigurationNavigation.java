package io.traject.organisation.configuration.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the configuration in the rail. */
@Configuration
class ConfigurationNavigation {

    @Bean
    NavigationEntry profileConfigurationEntry(Authorization authorization) {
        return NavigationEntry.of(
                        "configuration/profile",
                        "organisation.profile.title",
                        "/admin/configuration/profile",
                        "check-list",
                        20)
                .under("admin")
                .when(() -> authorization.mayForOrganisation(Permission.CONFIGURATION));
    }

    @Bean
    NavigationEntry widgetConfigurationEntry(Authorization authorization) {
        return NavigationEntry.of(
                        "configuration/widgets",
                        "organisation.widgets.title",
                        "/admin/configuration/widgets",
                        "dashboard",
                        21)
                .under("admin")
                .when(() -> authorization.mayForOrganisation(Permission.CONFIGURATION));
    }
}
