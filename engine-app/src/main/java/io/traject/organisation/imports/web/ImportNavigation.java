package io.traject.organisation.imports.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way to the imports in the rail. */
@Configuration
class ImportNavigation {

    @Bean
    NavigationEntry importsEntry(Authorization authorization) {
        return NavigationEntry.of("organisation-imports", "organisation.imports.title", ImportPages.PATH, "upload", 30)
                .under("organisation")
                .when(() -> authorization.may(Permission.ORGANISATION_IMPORT)
                        && authorization.actor().organisation().isPresent());
    }
}
