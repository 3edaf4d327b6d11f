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
                .when(() -> administers(authorization));
    }

    @Bean
    NavigationEntry rolesEntry(Authorization authorization) {
        return NavigationEntry.of("roles", "access.roles.title", "/admin/roles", "check-list", 12)
                .under("admin")
                .when(() -> administers(authorization));
    }

    @Bean
    NavigationEntry groupsEntry(Authorization authorization) {
        return NavigationEntry.of("groups", "access.groups.title", "/admin/groups", "people", 14)
                .under("admin")
                .when(() -> administers(authorization));
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

    @Bean
    NavigationEntry auditEntry(Authorization authorization) {
        return NavigationEntry.of("audit", "access.audit.title", "/audit", "check-list", 85)
                .when(() -> authorization.may(Permission.AUDIT_READ));
    }

    @Bean
    NavigationEntry accessLogEntry(Authorization authorization) {
        return NavigationEntry.of("access-log", "access.audit.access.title", "/audit/access", "search", 10)
                .under("audit")
                .when(() -> authorization.may(Permission.AUDIT_READ));
    }

    private static boolean administers(Authorization authorization) {
        return authorization.mayForOrganisation(Permission.ADMINISTRATION)
                || authorization.mayForInstallation(Permission.ADMINISTRATION);
    }
}
