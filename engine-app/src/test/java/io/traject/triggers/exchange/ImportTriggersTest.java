package io.traject.triggers.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.kernel.Outcome;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.testing.Acting;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.triggers.TestTriggerRoom;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.SaveTrigger;
import io.traject.triggers.editing.SaveTrigger.Draft;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.TriggerMistake;
import io.traject.triggers.editing.TriggerName;
import io.traject.triggers.editing.TriggerState;
import io.traject.triggers.exchange.ImportTriggers.Item;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Triggers go out of one organisation and into another as they were, and only as drafts. */
@TrajectTest
class ImportTriggersTest {

    private static final long SEED = 20261129;
    private static final List<String> TEXTS =
            List.of("a", "é ü \uD83D\uDE00", "\"quoted\"\\ \n line", "<b>{{event.words}}", "' or 1=1 --");

    @Autowired
    TestCases cases;

    @Autowired
    SaveTrigger save;

    @Autowired
    TriggerBook book;

    @Autowired
    ImportTriggers importTriggers;

    private UUID here;
    private UUID there;

    @BeforeEach
    void makeOrganisations() {
        here = cases.municipality();
        there = cases.municipality();
    }

    @Test
    void shouldArriveAsTheyLeft() throws Exception {
        Random random = new Random(SEED);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Draft draft = new Draft(
                    new TriggerName("Trigger " + i, text(random)), content(random), "comment " + random.nextInt());
            drafts.add(draft);
            act(here, () -> save.create(draft)).orThrow();
        }
        String file = new String(TriggerFile.of(act(here, () -> book.all())), StandardCharsets.UTF_8);

        act(there, () -> importTriggers.run(file)).orThrow();

        List<Trigger> arrived = act(there, () -> book.all());
        assertThat(arrived)
                .extracting(one -> new Draft(
                        one.called(), one.newest().content(), one.newest().comment()))
                .containsExactlyInAnyOrderElementsOf(drafts);
        assertThat(arrived).allMatch(one -> one.newest().state() == TriggerState.DRAFT);
        String again = new String(TriggerFile.of(arrived), StandardCharsets.UTF_8);
        assertThat(again).isEqualTo(file);
    }

    @Test
    void shouldGiveAnotherNameWhereOneIsTaken() throws Exception {
        Draft draft = new Draft(new TriggerName("Letter", ""), content(new Random(1)), "");
        act(here, () -> save.create(draft)).orThrow();
        String file = new String(TriggerFile.of(act(here, () -> book.all())), StandardCharsets.UTF_8);

        List<Item> items = act(here, () -> importTriggers.run(file)).orThrow();

        assertThat(items).singleElement().matches(Item::renamed);
        assertThat(act(here, () -> book.all())).extracting(Trigger::name).containsExactly("Letter", "Letter (2)");
    }

    @Test
    void shouldSayWhatIsWrongAtItsPlace() throws Exception {
        List<Item> items = act(here, () -> importTriggers.preview("""
                        {"format": "traject-triggers", "version": 1, "triggers": [
                          {"name": "Wrong", "event": "testing.happened",
                           "condition": {"all": [{"not": {"field": "event.amount", "operator": "at-least", "values": ["x"]}},
                                                 {"field": "event.day", "operator": "sometime"}, 7]},
                           "actions": [{"kind": "testing-note", "settings": {"times": 1.5}}, {"kind": "nothing"}]},
                          {"event": "testing.happened", "validFrom": "2026-13-01"},
                          "nothing"]}
                        """)).orThrow();

        assertThat(items.get(0).mistakes())
                .extracting(TriggerMistake::place, TriggerMistake::code)
                .contains(
                        tuple("condition.1", "operator-unknown"),
                        tuple("condition.2", "not-a-condition"),
                        tuple("condition.0.0.values.0", "not-a-number"),
                        tuple("actions.0.title", "setting-missing"),
                        tuple("actions.0.times", "not-a-whole-number"),
                        tuple("actions.1", "action-unknown"));
        assertThat(items.get(0).draft()).isPresent();
        assertThat(items.get(1).draft()).isEmpty();
        assertThat(items.get(1).mistakes())
                .extracting(TriggerMistake::place)
                .containsExactlyInAnyOrder("name", "validFrom");
        assertThat(items.get(2).draft()).isEmpty();
        assertThat(act(here, () -> book.all())).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsNoFile() throws Exception {
        assertThat(act(here, () -> importTriggers.run("{"))).isEqualTo(Outcome.refused("triggers-file-unreadable"));
        assertThat(act(here, () -> importTriggers.run("[]"))).isEqualTo(Outcome.refused("triggers-file-unreadable"));
        assertThat(act(here, () -> importTriggers.run("null"))).isEqualTo(Outcome.refused("triggers-file-unreadable"));
        assertThat(act(here, () -> importTriggers.run(""))).isEqualTo(Outcome.refused("triggers-file-unreadable"));
        assertThat(act(here, () -> importTriggers.run("[".repeat(100_000))))
                .isEqualTo(Outcome.refused("triggers-file-unreadable"));
        assertThat(act(here, () -> importTriggers.run(" ".repeat(ImportTriggers.LARGEST + 1))))
                .isEqualTo(Outcome.refused("triggers-file-too-large", ImportTriggers.LARGEST));
        assertThat(act(
                        here,
                        () -> importTriggers.run(
                                "{\"triggers\":[" + "1,".repeat(ImportTriggers.MOST_TRIGGERS) + "1]}")))
                .isEqualTo(Outcome.refused("triggers-file-too-many", ImportTriggers.MOST_TRIGGERS));
        String deep = "{\"not\":".repeat(400) + "{}" + "}".repeat(400);
        assertThat(act(
                                here,
                                () -> importTriggers.preview(
                                        "{\"triggers\":[{\"name\":\"Deep\",\"event\":\"testing.happened\",\"condition\":"
                                                + deep + "}]}"))
                        .orThrow()
                        .getFirst()
                        .mistakes())
                .extracting(TriggerMistake::code)
                .contains("too-deep");
    }

    @Test
    void shouldConvertTheOlderFormat() throws Exception {
        String older = Files.readString(Path.of("src/test/resources/triggers/older/score-group.json"));

        List<Item> items = act(here, () -> importTriggers.run(older)).orThrow();

        assertThat(items.getFirst().report()).hasSize(5).noneMatch(Conversion::failed);
        assertThat(act(here, () -> book.all()))
                .singleElement()
                .satisfies(made -> assertThat(made.name()).isEqualTo("Hoge belasting"));
    }

    private <T> T act(UUID organisation, Callable<T> work) throws Exception {
        return Acting.as(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation, Reach.whole(organisation), work);
    }

    private static TriggerContent content(Random random) {
        boolean valid = random.nextBoolean();
        return new TriggerContent(
                random.nextBoolean() ? TestTriggerRoom.HAPPENED : "unknown.event",
                condition(random, 0),
                IntStream.range(0, random.nextInt(4))
                        .mapToObj(i ->
                                new ChosenAction(random.nextBoolean() ? "testing-note" : "unknown", settings(random)))
                        .toList(),
                valid ? LocalDate.of(2026, 1, 1 + random.nextInt(28)) : null,
                valid && random.nextBoolean() ? LocalDate.of(2027, 1, 1) : null);
    }

    private static Map<String, String> settings(Random random) {
        Map<String, String> settings = new HashMap<>();
        IntStream.range(0, random.nextInt(3)).forEach(i -> settings.put("key" + i, text(random)));
        return settings;
    }

    private static Condition condition(Random random, int depth) {
        List<Condition> parts = depth > 4
                ? List.of()
                : IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> condition(random, depth + 1))
                        .toList();
        return switch (random.nextInt(5)) {
            case 0 -> new Condition.All(parts);
            case 1 -> new Condition.Any(parts);
            case 2 -> depth > 4 ? new Condition.All(parts) : new Condition.Not(condition(random, depth + 1));
            default ->
                new Condition.Test(
                        text(random),
                        Operator.values()[random.nextInt(Operator.values().length)],
                        IntStream.range(0, random.nextInt(3))
                                .mapToObj(i -> text(random))
                                .toList());
        };
    }

    private static String text(Random random) {
        return TEXTS.get(random.nextInt(TEXTS.size())) + random.nextInt(100);
    }
}
