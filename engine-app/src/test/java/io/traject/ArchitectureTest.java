package io.traject;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.springframework.stereotype.Controller;

/** How all code of the house is built, whatever it is about. */
@AnalyzeClasses(packages = "io.traject", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    void shouldKeepDomainTypesFreeOfTheWebAndTheEngine(JavaClasses house) {
        noClasses()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAnnotatedWith(Embeddable.class)
                .or()
                .resideInAPackage("io.traject.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..",
                        "org.springframework.http..",
                        "org.springframework.ui..",
                        "jakarta.servlet..",
                        "io.camunda..",
                        "io.traject.web..",
                        "io.traject.workers.engine..")
                .check(house);
    }

    @ArchTest
    void shouldMarkEveryPackageAsNullMarked(JavaClasses house) {
        List<String> unmarked = house.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(aPackage -> aPackage.tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith(NullMarked.class))
                        .isEmpty())
                .map(JavaPackage::getName)
                .sorted()
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @ArchTest
    void shouldTakeTheTimeFromAClockThatTestsCanMove(JavaClasses house) {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.traject.kernel..", "io.traject.platform..", "io.traject.broker..")
                .should()
                .accessTargetWhere(describe("reads the machine’s clock", ArchitectureTest::readsTheMachinesClock))
                .check(house);
    }

    @ArchTest
    void shouldKeepControllersToTheirPackage(JavaClasses house) {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .check(house);
    }

    @ArchTest
    void shouldKnowTheEngineClientInOnePackageOnly(JavaClasses house) {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.traject.workers.engine.zeebe..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.camunda.zeebe.client..")
                .check(house);
    }

    /** Also by a reference such as {@code Instant::now}. */
    private static boolean readsTheMachinesClock(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        JavaClass type = target.getOwner();
        boolean takesAClock =
                target.getRawParameterTypes().stream().anyMatch(given -> given.isEquivalentTo(Clock.class));
        return (type.getPackageName().equals("java.time") && target.getName().equals("now") && !takesAClock)
                || (type.isEquivalentTo(Clock.class) && target.getName().startsWith("system"))
                || (type.isEquivalentTo(System.class) && target.getName().equals("currentTimeMillis"));
    }
}
