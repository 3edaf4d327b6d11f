package io.traject.tasks.api;

import io.traject.web.api.UnprocessableRefusals;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TaskRefusals {

    @Bean
    UnprocessableRefusals unprocessableTasks() {
        return UnprocessableRefusals.of("task-outcome-unknown", "task-remark-too-long");
    }
}
