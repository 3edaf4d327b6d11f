package io.traject.organisation.parameters;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Parameters of every type, declared as a room declares its own. */
@Configuration
public class TestParameters {

    public static final Parameter<Boolean> ESTIMATE = Parameter.configuration(
            "Report", "TestUseEstimate", new ParameterType.YesNo(), false, "organisation.parameters.intro");

    public static final Parameter<Integer> DAYS = Parameter.product(
            "Registration",
            "TestDaysOfRest",
            new ParameterType.WholeNumber(1, 90),
            14,
            "organisation.parameters.intro");

    public static final Parameter<String> MODE = Parameter.configuration(
            "Report",
            "TestMode",
            new ParameterType.OneOf(List.of("employer")),
            "employer",
            "organisation.parameters.intro");

    @Bean
    Parameter<Boolean> testEstimate() {
        return ESTIMATE;
    }

    @Bean
    Parameter<Integer> testDays() {
        return DAYS;
    }

    @Bean
    Parameter<String> testMode() {
        return MODE;
    }
}
