package io.traject.cases.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CasesNavigation {

    @Bean
    NavigationEntry casesEntry(Authorization authorization) {
        return NavigationEntry.of("cases", "cases.list.title", "/cases", "case", 30)
                .when(() -> authorization.may(Permission.CASES_VIEW)
                        && authorization.actor().organisation().isPresent());
    }
}
