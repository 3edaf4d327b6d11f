package io.traject.platform;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.platform.operations.WatchPlatform;
import io.traject.web.DashboardPanel;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Operations in the left rail. */
@Configuration
class OperationsNavigation {

    @Bean
    NavigationEntry operationsEntry(Authorization authorization) {
        return NavigationEntry.of("operations", "platform.navigation.operations", "/operations", "operations", 80)
                .when(() -> authorization.mayForInstallation(Permission.OPERATIONS));
    }

    @Bean
    NavigationEntry incidentsEntry(Authorization authorization) {
        return NavigationEntry.of(
                        "incidents", "platform.operations.incidents.title", "/operations/incidents", "warning", 10)
                .under("operations")
                .when(() -> authorization.mayForInstallation(Permission.OPERATIONS));
    }

    @Bean
    NavigationEntry commandsEntry(Authorization authorization) {
        return NavigationEntry.of("commands", "platform.operations.commands.title", "/operations/commands", "batch", 15)
                .under("operations")
                .when(() -> authorization.mayForInstallation(Permission.OPERATIONS));
    }

    @Bean
    NavigationEntry mailQueueEntry(Authorization authorization) {
        return NavigationEntry.of("mail-queue", "platform.operations.mails.title", "/operations/mails", "mail", 20)
                .under("operations")
                .when(() -> authorization.mayForInstallation(Permission.OPERATIONS));
    }

    /** Only there while something is out of order. */
    @Bean
    DashboardPanel operationsPanel(WatchPlatform watch, Authorization authorization) {
        return new DashboardPanel(
                "operations",
                "platform/operations/dashboard :: panel",
                10,
                () -> authorization.mayForInstallation(Permission.OPERATIONS),
                () -> {
                    var faults = watch.look().stream()
                            .filter(check -> !check.isAllRight())
                            .toList();
                    return faults.isEmpty() ? null : faults;
                });
    }

    @Bean
    NavigationEntry mailCatcherEntry(Authorization authorization) {
        return NavigationEntry.of("mail-catcher", "platform.mailCatcher.title", "/operations/mail-catcher", "mail", 30)
                .under("operations")
                .when(() -> authorization.mayForInstallation(Permission.OPERATIONS));
    }
}
