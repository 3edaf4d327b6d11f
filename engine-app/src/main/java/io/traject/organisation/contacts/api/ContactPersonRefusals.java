package io.traject.organisation.contacts.api;

import io.traject.web.api.UnprocessableRefusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ContactPersonRefusals {

    @Bean
    UnprocessableRefusals unprocessableContactPersons() {
        return UnprocessableRefusals.of("contact-email-invalid", "contact-phone-invalid");
    }
}
