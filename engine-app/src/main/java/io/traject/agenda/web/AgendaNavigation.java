package io.traject.agenda.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The agenda in the rail. */
@Configuration
class AgendaNavigation {

    @Bean
    NavigationEntry agendaEntry(Authorization authorization) {
        return NavigationEntry.of("agenda", "agenda.title", "/agenda", "calendar", 35)
                .when(() -> RequestListPage.mayRead(authorization));
    }

    @Bean
    NavigationEntry appointmentsEntry(Authorization authorization) {
        return NavigationEntry.of("appointments", "agenda.appointments.title", "/agenda/appointments", "calendar", 10)
                .under("agenda")
                .when(() -> RequestListPage.mayRead(authorization));
    }

    @Bean
    NavigationEntry appointmentRequestsEntry(Authorization authorization) {
        return NavigationEntry.of("appointment-requests", "agenda.requests.title", "/agenda/requests", "calendar", 20)
                .under("agenda")
                .when(() -> RequestListPage.mayRead(authorization));
    }

    @Bean
    NavigationEntry consultationTypesEntry(Authorization authorization) {
        return NavigationEntry.of(
                        "consultation-types", "agenda.types.title", "/admin/consultation-types", "calendar", 54)
                .under("admin")
                .when(() -> authorization.mayForOrganisation(Permission.CONFIGURATION));
    }
}
