package io.traject.platform;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Operations in the left rail. */
@Configuration
class OperationsNavigation {

    @Bean
    NavigationEntry operationsEntry() {
        return NavigationEntry.heading("operations", "platform.navigation.operations", "operations", 80);
    }

    @Bean
    NavigationEntry mailCatcherEntry(Authorization authorization) {
        return NavigationEntry.of("mail-catcher", "platform.mailCatcher.title", "/operations/mail-catcher", "mail", 30)
                .under("operations")
                .when(() -> authorization.may(Permission.OPERATIONS));
    }
}
