package io.traject.workers;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.ComponentScan;

/**
 * The workers as a process of their own: delivers mail and sends engine commands, beside any number of applications. Not
 * annotated as a configuration, so that the application's scan of {@code io.traject} passes it by.
 */
@EnableAutoConfiguration
@ComponentScan
public class WorkersApplication {

    public static void main(String[] args) {
        new SpringApplicationBuilder(WorkersApplication.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=traject-workers")
                .run(args);
    }
}
