package io.traject.agenda.api;

import io.traject.web.api.UnprocessableRefusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AgendaRefusals {

    @Bean
    UnprocessableRefusals agendaUnprocessable() {
        return UnprocessableRefusals.of("consultation-type-unknown", "desired-period-invalid");
    }
}
