package io.traject.organisation.employers;

import io.traject.organisation.parameters.Parameter;
import io.traject.organisation.parameters.ParameterType.WholeNumber;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What an organisation can set of the registration of employers. */
@Configuration
class EmployerParameters {

    private static final int YEAR = 365;

    /** How long an employer may wait for its publication before somebody is reminded. */
    @Bean
    Parameter<Integer> daysOfRest(@Value("${traject.employers.rests-for}") Duration usual) {
        return Parameter.product(
                "Registration",
                "DaysUntilReminderOfRegistration",
                new WholeNumber(1, YEAR),
                Math.clamp(usual.toDays(), 1, YEAR),
                "organisation.parameters.daysOfRest");
    }
}
