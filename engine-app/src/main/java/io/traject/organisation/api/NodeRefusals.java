package io.traject.organisation.api;

import io.traject.web.api.UnprocessableRefusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class NodeRefusals {

    @Bean
    UnprocessableRefusals unprocessableNodes() {
        return UnprocessableRefusals.of("node-not-here", "node-below-itself", "node-other-employer");
    }
}
