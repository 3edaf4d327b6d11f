package io.traject.registration.api;

import io.traject.web.api.UnprocessableRefusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is wrong with a request about an employer, rather than with the employer. */
@Configuration
class RegistrationRefusals {

    @Bean
    UnprocessableRefusals unprocessableRegistrations() {
        return UnprocessableRefusals.of(
                "employer-name-unfit", "employer-country-unknown", "employer-item-unfit", "employer-field-not-asked");
    }
}
