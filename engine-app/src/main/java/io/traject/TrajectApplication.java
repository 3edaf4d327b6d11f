package io.traject;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The Traject platform: one application that serves its pages and REST, and runs its workers. */
@Modulithic(systemName = "Traject")
@SpringBootApplication
public class TrajectApplication {

    public static void main(String[] args) {
        SpringApplication.run(TrajectApplication.class, args);
    }
}
