package io.traject.access.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The room's entries of the rail. */
@Configuration
class AccessNavigation {

    @Bean
    NavigationEntry usersEntry(Authorization authorization) {
        return NavigationEntry.of("users", "access.users.title", "/admin/users", "people", 10)
                .under("admin")
                .when(() -> authorization.may(Permission.ADMINISTRATION));
    }

    @Bean
    NavigationEntry apiAccountsEntry(Authorization authorization) {
        return NavigationEntry.of("api-accounts", "access.apiAccounts.title", "/admin/api-accounts", "key", 20)
                .under("admin")
                .when(() -> authorization.may(Permission.ADMINISTRATION));
    }

    @Bean
    NavigationEntry signInPolicyEntry(Authorization authorization) {
        return NavigationEntry.of("sign-in-policy", "access.policy.title", "/admin/sign-in", "lock", 30)
                .under("admin")
                .when(() -> authorization.may(Permission.ADMINISTRATION));
    }

    @Bean
    NavigationEntry agreementsEntry(Authorization authorization) {
        return NavigationEntry.of("agreements", "access.agreements.title", "/admin/agreements", "check-list", 40)
                .under("admin")
                .when(() -> authorization.mayForInstallation(Permission.ADMINISTRATION));
    }
}
