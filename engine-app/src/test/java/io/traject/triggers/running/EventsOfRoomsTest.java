package io.traject.triggers.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.traject.access.SystemActor;
import io.traject.cases.Case;
import io.traject.cases.OpenedCase;
import io.traject.cases.SupplyData;
import io.traject.organisation.tree.NodeKind;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.tasks.NoteOverdueTasks;
import io.traject.testing.Acting;
import io.traject.testing.TestBatches;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TestTriggers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens in other rooms sets triggers off, with what is known of it there. */
@TrajectTest
class EventsOfRoomsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Condition ALWAYS = new Condition.All(List.of());

    @Autowired
    TestTriggers triggers;

    @Autowired
    TestCases cases;

    @Autowired
    TestBatches batches;

    @Autowired
    TestEmployees employees;

    @Autowired
    SupplyData supplyData;

    @Autowired
    NoteOverdueTasks noteOverdue;

    @Autowired
    JdbcClient database;

    @Test
    void shouldKnowTheSchemeAndThePreferenceOfAReExamination() throws Exception {
        UUID municipality = cases.municipality();
        triggers.publish(
                municipality,
                "Call who gets a letter",
                "case.opened",
                new Condition.All(List.of(
                        new Condition.Test("re-examination.preference", Operator.EQUALS, "BRIEF"),
                        new Condition.Test("re-examination.scheme", Operator.EQUALS, "Bijzondere bijstand"))),
                addTask("Call"));

        UUID batch = batches.created(municipality, 5);

        UUID withLetter = batches.caseOf(batch, "BRIEF");
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(casesWithTask("Call", municipality)).containsExactly(withLetter));
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(evaluated(municipality, "case.opened")).isEqualTo(5));
        assertThat(casesWithTask("Call", municipality)).containsExactly(withLetter);
    }

    @Test
    void shouldFireWhenDataIsSupplied() throws Exception {
        UUID municipality = cases.municipality();
        triggers.publish(municipality, "Look at it", "re-examination.dataSupplied", ALWAYS, addTask("Look"));
        OpenedCase opened = cases.open(municipality, "A. Eigen");

        Acting.asCaseWorker(
                municipality,
                () -> supplyData
                        .supply(opened.id(), Map.of("income", 1200), List.of())
                        .orThrow());

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(casesWithTask("Look", municipality)).containsExactly(opened.id()));
    }

    @Test
    void shouldFireOnceWhenATaskIsNotDoneInTime() throws Exception {
        UUID provider = employees.provider();
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakery");
        UUID ovens = employees.node(NodeKind.DEPARTMENT, bakery, "Ovens");
        triggers.publish(provider, "Call", "case.opened", ALWAYS, addTask("Call"));
        triggers.publish(provider, "Too late", "task.overdue", ALWAYS, addTask("Apologise"));
        Case flu = cases.about(employees.add(ovens, "1", "Bakker").id(), "Flu");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(casesWithTask("Call", provider)).containsExactly(flu.id()));
        database.sql("update tasks_task set due_at = now() - interval '1 minute' where case_id = ?")
                .param(flu.id())
                .update();

        for (int i = 0; i < 2; i++) {
            SystemActor.run(noteOverdue::noteSome);
        }

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(casesWithTask("Apologise", provider)).containsExactly(flu.id()));
        assertThat(evaluated(provider, "task.overdue")).isEqualTo(1);
    }

    @Test
    void shouldMailATeamAboutACase() throws Exception {
        UUID municipality = cases.municipality();
        String team = "team-" + municipality + "@example.org";
        assertThatThrownBy(() -> triggers.publish(municipality, "To nobody", "case.opened", ALWAYS, mail("the team")))
                .hasMessageContaining("trigger-mistakes");
        assertThatThrownBy(() -> triggers.publish(
                        municipality, "To anybody", "case.opened", ALWAYS, mail("{{case.number}}@example.org")))
                .hasMessageContaining("trigger-mistakes");
        triggers.publish(municipality, "To the team", "case.opened", ALWAYS, mail(team));

        OpenedCase opened = cases.open(municipality, "A. Eigen");

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                database.sql("select subject || '|' || html from mail_outbox where to_address = ?")
                                        .param(team)
                                        .query(String.class)
                                        .list())
                        .singleElement()
                        .asString()
                        .startsWith("Nieuw: " + opened.number() + "|")
                        .contains("&lt;b&gt;" + opened.number())
                        .doesNotContain("<b>"));
    }

    private static ChosenAction mail(String address) {
        return new ChosenAction(
                "send-mail",
                Map.of(
                        "to", "FIXED_ADDRESS",
                        "address", address,
                        "subjectNl", "Nieuw: {{case.number}}",
                        "textNl", "<b>{{case.number}}</b>",
                        "subjectEn", "New: {{case.number}}",
                        "textEn", "x"));
    }

    private static ChosenAction addTask(String title) {
        return new ChosenAction("add-task", Map.of("title", title, "dueInDays", "3"));
    }

    private List<UUID> casesWithTask(String title, UUID organisation) {
        return database.sql("select case_id from tasks_task where title = ? and organisation_id = ?")
                .params(title, organisation)
                .query(UUID.class)
                .list();
    }

    private int evaluated(UUID organisation, String event) {
        return database.sql("select count(*) from triggers_evaluation where organisation_id = ? and event_type = ?")
                .params(organisation, event)
                .query(Integer.class)
                .single();
    }
}
