package io.traject.testing;

import io.traject.access.SystemActor;
import io.traject.cases.Case;
import io.traject.cases.CaseLifeCycle;
import io.traject.cases.CaseType;
import io.traject.cases.NewCase;
import io.traject.cases.NewEmployeeCase;
import io.traject.cases.OpenCases;
import io.traject.cases.OpenEmployeeCase;
import io.traject.cases.OpenedCase;
import io.traject.kernel.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes municipalities and cases with their processes, each for one test. */
@Component
public class TestCases {

    private final OpenCases openCases;
    private final OpenEmployeeCase openEmployeeCase;
    private final CaseLifeCycle lifeCycle;
    private final TestMunicipalities municipalities;
    private final TransactionTemplate transaction;

    TestCases(
            OpenCases openCases,
            OpenEmployeeCase openEmployeeCase,
            CaseLifeCycle lifeCycle,
            TestMunicipalities municipalities,
            TransactionTemplate transaction) {
        this.openCases = openCases;
        this.openEmployeeCase = openEmployeeCase;
        this.lifeCycle = lifeCycle;
        this.municipalities = municipalities;
        this.transaction = transaction;
    }

    public UUID municipality() {
        return municipalities.register().id();
    }

    /** As pages show it. */
    public String nameOf(UUID municipality) {
        return municipalities.nameOf(municipality);
    }

    /** A case whose data must be in within a month. */
    public OpenedCase open(UUID municipality, String subject) {
        return open(municipality, subject, Ids.next(), Instant.now().plus(Duration.ofDays(30)));
    }

    public OpenedCase open(UUID municipality, String subject, UUID batch, Instant dueAt) {
        var opening = new NewCase(Ids.next(), CaseType.RE_EXAMINATION, municipality, subject, batch, dueAt);
        return SystemActor.call(() ->
                transaction.execute(status -> openCases.open(List.of(opening)).getFirst()));
    }

    /** A case about an employee, to be done within a month. */
    public Case about(UUID employee, String title) {
        var opening = new NewEmployeeCase(
                Ids.next(), CaseType.ABSENCE, employee, title, LocalDate.now().plusDays(30));
        return SystemActor.call(() -> openEmployeeCase.open(opening)).orThrow();
    }

    public void invite(UUID caseId, Instant... reminders) {
        SystemActor.run(
                () -> transaction.executeWithoutResult(status -> lifeCycle.invite(Map.of(caseId, List.of(reminders)))));
    }
}
