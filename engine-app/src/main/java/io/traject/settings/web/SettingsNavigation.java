package io.traject.settings.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.settings.SetUpReport;
import io.traject.web.DashboardPanel;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings in the rail and on the dashboard. */
@Configuration
class SettingsNavigation {

    @Bean
    NavigationEntry loginNoticesEntry(Authorization authorization) {
        return NavigationEntry.of("login-notices", "settings.notice.list.title", "/admin/login-notices", "notice", 60)
                .under("admin")
                .when(() -> authorization.mayForInstallation(Permission.ADMINISTRATION));
    }

    @Bean
    NavigationEntry generalEntry(Authorization authorization) {
        return NavigationEntry.of("general", "settings.general.title", "/admin/general", "admin", 1)
                .under("admin")
                .when(() -> authorization.mayForOrganisation(Permission.CONFIGURATION)
                        || authorization.mayForInstallation(Permission.ADMINISTRATION));
    }

    @Bean
    NavigationEntry portalEntry(Authorization authorization) {
        return NavigationEntry.of("portal", "settings.portal.title", "/admin/configuration/portal", "link", 52)
                .under("admin")
                .when(() -> authorization.mayForOrganisation(Permission.CONFIGURATION));
    }

    @Bean
    NavigationEntry setUpCheckEntry(SetUpReport report, Authorization authorization) {
        return NavigationEntry.of("set-up-check", "settings.check.title", "/admin/set-up-check", "check-list", 90)
                .under("admin")
                .when(() -> report.isFor(authorization));
    }

    /** Only there while something is not set up. */
    @Bean
    DashboardPanel setUpCheckPanel(SetUpReport report, Authorization authorization) {
        return new DashboardPanel(
                "set-up-check", "settings/dashboard :: panel", 90, () -> report.isFor(authorization), () -> {
                    long open = SetUpCheckPage.open(report.lines());
                    return open == 0 ? null : open;
                });
    }
}
