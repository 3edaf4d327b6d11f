package io.traject.communication.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.CasePanel;
import io.traject.communication.Communication;
import io.traject.communication.Communications;
import io.traject.web.NavigationEntry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where communication appears outside its own pages: the rail and the case. */
@Configuration
class CommunicationNavigation {

    @Bean
    NavigationEntry templatesEntry(Authorization authorization) {
        return NavigationEntry.of(
                        "communication/templates",
                        "communication.templates.title",
                        "/communication/templates",
                        "template",
                        10)
                .under("communication")
                .when(() -> authorization.mayForOrganisation(Permission.TEMPLATES_EDIT));
    }

    @Bean
    NavigationEntry mailServerEntry(Authorization authorization) {
        return NavigationEntry.of("mail-server", "communication.mailServer.title", "/admin/mail-server", "mail", 40)
                .under("admin")
                .when(() -> authorization.mayForOrganisation(Permission.CONFIGURATION));
    }

    @Bean
    CasePanel communicationsPanel(Communications communications, Authorization authorization) {
        return new CasePanel(
                "communications",
                "communication/case-panel :: panel",
                40,
                about -> new SentInCase(
                        communications.ofCase(about.id()), about.isOpen() && authorization.may(Permission.CASES_EDIT)));
    }

    /** What the panel of a case shows. */
    record SentInCase(List<Communication> sent, boolean mayResend) {}
}
