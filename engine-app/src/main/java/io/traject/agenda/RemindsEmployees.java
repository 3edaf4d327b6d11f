package io.traject.agenda;

import io.traject.organisation.parameters.Parameter;
import io.traject.organisation.parameters.ParameterType.YesNo;
import io.traject.organisation.parameters.Parameters;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Whether employees of an employer are reminded of their appointments, as the type of consultation says (A49). */
@Component
public class RemindsEmployees {

    private static final Parameter<Boolean> REMINDS = Parameter.configuration(
            "Consultation", "RemindEmployeesOfAppointments", new YesNo(), true, "agenda.parameters.remindsEmployees");

    private final Parameters parameters;

    RemindsEmployees(Parameters parameters) {
        this.parameters = parameters;
    }

    @Bean
    static Parameter<Boolean> remindsEmployeesParameter() {
        return REMINDS;
    }

    /** At this moment. */
    public boolean of(UUID employer) {
        return parameters.value(REMINDS, employer);
    }
}
