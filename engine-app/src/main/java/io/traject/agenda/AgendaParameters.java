package io.traject.agenda;

import io.traject.organisation.parameters.Parameter;
import io.traject.organisation.parameters.ParameterType.YesNo;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What may differ by employer about appointments. */
@Configuration
class AgendaParameters {

    /** Whether employees are reminded of their appointments, as the type of consultation says. */
    @Bean
    Parameter<Boolean> remindsEmployees() {
        return Parameter.configuration(
                "Consultation",
                "RemindEmployeesOfAppointments",
                new YesNo(),
                true,
                "agenda.parameters.remindsEmployees");
    }
}
