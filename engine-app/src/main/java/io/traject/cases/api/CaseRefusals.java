package io.traject.cases.api;

import io.traject.web.api.UnprocessableRefusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CaseRefusals {

    @Bean
    UnprocessableRefusals unprocessableCases() {
        return UnprocessableRefusals.of(
                "supplied-data-empty",
                "documents-too-many",
                "document-empty",
                "document-too-large",
                "document-type-refused",
                "document-infected");
    }
}
