package io.traject;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms of the application: who may use what of whom, and no circles. */
class ModuleBordersTest {

    @Test
    void shouldKeepToTheBordersOfTheRooms() {
        // The rules are a library that knows no Spring, and no room.
        ApplicationModules.of(TrajectApplication.class, resideInAPackage("io.traject.rules.."))
                .verify();
    }
}
