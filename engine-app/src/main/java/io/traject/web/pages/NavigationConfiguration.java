package io.traject.web.pages;

import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entries of the rail that no single room owns. */
@Configuration
class NavigationConfiguration {

    @Bean
    NavigationEntry dashboardEntry() {
        return NavigationEntry.of("dashboard", "web.dashboard.title", "/", "dashboard", 0);
    }

    @Bean
    NavigationEntry communicationEntry() {
        return NavigationEntry.heading("communication", "web.navigation.communication", "mail", 50);
    }

    @Bean
    NavigationEntry adminEntry() {
        return NavigationEntry.heading("admin", "web.navigation.admin", "admin", 90);
    }
}
