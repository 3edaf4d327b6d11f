package io.traject.registration;

import io.traject.communication.TemplateCategory;
import io.traject.communication.TemplateKind;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The templates with which employers are written to. Without one of its own an organisation uses the standard text. */
@Configuration
class RegistrationTemplates {

    @Bean
    TemplateCategory employerTemplates() {
        return new TemplateCategory("employers", 20, List.of(TemplateKind.EMPLOYER_WELCOME));
    }
}
