package io.traject.kernel;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The languages of the installation, by their codes, as whoever runs it has set them. */
@Configuration
class LanguagesConfiguration {

    @Bean
    Languages languages(@Value("${traject.languages}") List<String> codes) {
        return new Languages(
                codes.stream().map(code -> Language.ofCode(code.strip())).toList());
    }
}
