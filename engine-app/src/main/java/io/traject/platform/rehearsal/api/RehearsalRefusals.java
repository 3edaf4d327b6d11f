package io.traject.platform.rehearsal.api;

import io.traject.web.api.UnprocessableRefusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class RehearsalRefusals {

    @Bean
    UnprocessableRefusals unprocessableClockMoves() {
        return UnprocessableRefusals.of("rehearsal-not-forward", "rehearsal-too-far");
    }
}
