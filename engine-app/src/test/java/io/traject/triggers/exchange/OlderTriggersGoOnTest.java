package io.traject.triggers.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.cases.Case;
import io.traject.organisation.employees.Employee;
import io.traject.organisation.tree.NodeKind;
import io.traject.testing.Acting;
import io.traject.testing.TestCases;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import io.traject.triggers.editing.TestTriggers;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.exchange.ImportTriggers.Item;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Triggers of the older format go on working once they are imported, tested and published (A11e). */
@TrajectTest
class OlderTriggersGoOnTest {

    private static final String OLDER = """
            {"triggers": [
              {"naam": "Bellen na ziekmelding", "gebeurtenis": "Traject gestart",
               "voorwaarden": ["Het traject is van soort Verzuim"],
               "acties": [{"actie": "addTaskToCase", "titel": "Bel de werknemer", "termijnInDagen": 3}]},
              {"naam": "Begeleiding meteen voltooid", "gebeurtenis": "Traject gestart",
               "voorwaarden": ["Het traject is van soort Begeleiding"],
               "acties": [{"actie": "endCase", "uitkomst": "voltooid"}]}]}
            """;

    @Autowired
    ImportTriggers importTriggers;

    @Autowired
    TestTriggers triggers;

    @Autowired
    TriggerBook book;

    @Autowired
    TestEmployees employees;

    @Autowired
    TestCases cases;

    @Autowired
    JdbcClient database;

    private UUID provider;

    @Test
    void shouldDoWhatTheyDid() throws Exception {
        provider = employees.provider();
        UUID bakery = employees.node(NodeKind.EMPLOYER, provider, "Bakery");
        Employee baker = employees.add(employees.node(NodeKind.DEPARTMENT, bakery, "Ovens"), "1", "Bakker");
        List<Item> items = act(() -> importTriggers.run(OLDER)).orThrow();
        assertThat(items)
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.mistakes()).isEmpty());
        for (var trigger : act(() -> book.all())) {
            triggers.publishDraft(provider, trigger.id());
        }

        Case absence = cases.about(baker.id(), "Griep");

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(database.sql("select title from tasks_task where case_id = ?")
                                .param(absence.id())
                                .query(String.class)
                                .list())
                        .containsExactly("Bel de werknemer"));
        assertThat(database.sql("select name from triggers_firing where organisation_id = ?")
                        .param(provider)
                        .query(String.class)
                        .list())
                .containsExactly("Bellen na ziekmelding");
    }

    private <T> T act(Callable<T> work) throws Exception {
        return Acting.as(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider, Reach.whole(provider), work);
    }
}
