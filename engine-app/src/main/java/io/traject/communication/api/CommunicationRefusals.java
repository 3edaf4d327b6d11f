package io.traject.communication.api;

import io.traject.web.api.UnprocessableRefusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CommunicationRefusals {

    @Bean
    UnprocessableRefusals unprocessableCommunications() {
        return UnprocessableRefusals.of("email-invalid", "email-missing", "address-invalid", "correction-unfit");
    }
}
