package io.traject.triggers.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.testing.Acting;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.triggers.Publications;
import io.traject.triggers.PublishedTrigger;
import io.traject.triggers.TestTriggerRoom;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.SaveTrigger.Draft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

/** What runs is what is published, always. */
@TrajectTest
class PublicationsTest {

    private static final OptionalLong ANY = OptionalLong.empty();

    @Autowired
    TestCases cases;

    @Autowired
    SaveTrigger save;

    @Autowired
    RecordTest recordTest;

    @Autowired
    PublishTrigger publish;

    @Autowired
    RetireTrigger retire;

    @Autowired
    TriggerBook book;

    @Autowired
    Publications publications;

    private UUID organisation;

    @BeforeEach
    void makeOrganisation() {
        organisation = cases.municipality();
    }

    @Test
    void shouldRunExactlyWhatWasPublished() throws Exception {
        long before = publications.newest();
        TriggerContent first = about("1");
        UUID id = create("Letter", first);
        assertThat(running()).isEmpty();

        published(id, first);
        TriggerContent second = about("2");
        act(() -> save.save(id, new Draft(new TriggerName("Another name", ""), second, ""), ANY));

        assertThat(running()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Letter");
            assertThat(one.trigger()).isEqualTo(id);
            assertThat(one.rule().event()).isEqualTo(TestTriggerRoom.HAPPENED);
            assertThat(one.rule().condition()).isEqualTo(first.condition());
            assertThat(one.rule().from()).isEqualTo(first.from());
            assertThat(one.rule().organisation()).isEqualTo(organisation);
            assertThat(one.actions()).isEqualTo(first.actions());
        });
        long withFirst = publications.newest();
        assertThat(withFirst).isGreaterThan(before);
        published(id, second);
        assertThat(running()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Another name");
            assertThat(one.rule().condition()).isEqualTo(second.condition());
        });
        act(() -> retire.retire(id, ANY)).orThrow();

        assertThat(running()).isEmpty();
        assertThat(ours(withFirst))
                .singleElement()
                .satisfies(one -> assertThat(one.rule().condition()).isEqualTo(first.condition()));
        assertThat(ours(before)).isEmpty();
    }

    @Test
    void shouldRefuseWhatWasNotTestedSinceItChanged() throws Exception {
        UUID id = create("Letter", about("1"));

        assertThat(act(() -> publish.publish(id, ANY, Set.of()))).isEqualTo(Outcome.refused("trigger-untested"));
        assertThat(recordTest.record(id, about("2"), TestedHow.REPLAY, "Eva")).isFalse();
        assertThat(act(() -> publish.publish(id, ANY, Set.of()))).isEqualTo(Outcome.refused("trigger-untested"));
        assertThat(act(() -> retire.retire(id, ANY))).isEqualTo(Outcome.refused("trigger-not-running"));
        assertThat(running()).isEmpty();
    }

    @Test
    void shouldStopWhenDeletedAndKeepWhatRan() throws Exception {
        UUID id = create("Letter", about("1"));
        published(id, about("1"));
        long ran = publications.newest();

        act(() -> retire.delete(id, ANY));

        assertThat(running()).isEmpty();
        assertThat(ours(ran)).extracting(PublishedTrigger::trigger).containsExactly(id);
        assertThatThrownBy(() -> act(() -> book.get(id))).isInstanceOf(NotFoundException.class);
        assertThat(act(() -> book.all())).isEmpty();
        create("Letter", about("1"));
    }

    @Test
    void shouldBePublishedByOneOfTwo() throws Exception {
        UUID id = create("Letter", about("1"));
        recordTest.record(id, about("1"), TestedHow.BY_HAND, "Eva");
        long version = act(() -> book.get(id)).version();

        List<Object> answers = together(
                () -> publish.publish(id, OptionalLong.of(version), Set.of()),
                () -> publish.publish(id, ANY, Set.of()));

        assertThat(answers).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
        assertThat(answers)
                .filteredOn(OptimisticLockingFailureException.class::isInstance)
                .hasSizeLessThanOrEqualTo(1);
        assertThat(running()).hasSize(1);
    }

    @Test
    void shouldLoseNeitherOfTwoPublishedTogether() throws Exception {
        UUID one = create("One", about("1"));
        UUID other = create("Other", about("2"));
        recordTest.record(one, about("1"), TestedHow.BY_HAND, "Eva");
        recordTest.record(other, about("2"), TestedHow.BY_HAND, "Eva");

        List<Object> answers =
                together(() -> publish.publish(one, ANY, Set.of()), () -> publish.publish(other, ANY, Set.of()));

        assertThat(answers).hasOnlyElementsOfType(Outcome.Done.class);
        assertThat(running()).extracting(PublishedTrigger::trigger).containsExactly(one, other);
    }

    @Test
    void shouldKeepNamesApartWithinTheOrganisation() throws Exception {
        create("Letter", about("1"));

        assertThat(act(() -> save.create(draft("LETTER", about("1")))))
                .isEqualTo(Outcome.refused("trigger-name-taken", "LETTER"));
        UUID elsewhere = cases.municipality();
        Acting.as(
                        StandardRole.ADMINISTRATOR,
                        elsewhere,
                        Reach.whole(elsewhere),
                        () -> save.create(draft("Letter", about("1"))))
                .orThrow();
    }

    @Test
    void shouldNotOverwriteWhatSomebodyElseWrote() throws Exception {
        UUID id = create("Letter", about("1"));
        OptionalLong seen = OptionalLong.of(act(() -> book.get(id)).version());
        act(() -> save.save(id, draft("Letter", about("2")), seen));

        assertThatThrownBy(() -> act(() -> save.save(id, draft("Letter", about("3")), seen)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(act(() -> book.get(id)).newest().content()).isEqualTo(about("2"));
    }

    @Test
    void shouldRefuseToSetOffItself() throws Exception {
        UUID id = tested("Echo", does(TestTriggerRoom.HAPPENED, "testing-echo"));

        assertThat(act(() -> publish.outlook(id)).loops())
                .extracting(TriggerLoop::names)
                .containsExactly(List.of("Echo"));
        assertThat(act(() -> publish.publish(id, ANY, Set.of()))).isEqualTo(Outcome.refused("trigger-loop-own"));
        TriggerLoop own = act(() -> publish.outlook(id)).loops().getFirst();
        assertThat(act(() -> publish.publish(id, ANY, Set.of(own.key()))))
                .isEqualTo(Outcome.refused("trigger-loop-own"));
    }

    @Test
    void shouldCloseALoopOnlyWhenItIsAgreedTo() throws Exception {
        UUID there = tested("There", does(TestTriggerRoom.HAPPENED, "testing-ping"));
        act(() -> publish.publish(there, ANY, Set.of())).orThrow();
        UUID back = tested("Back", does(TestTriggerRoom.PINGED, "testing-echo"));

        assertThat(act(() -> publish.publish(back, ANY, Set.of("another"))))
                .isEqualTo(Outcome.refused("trigger-loop", "Back → There"));
        TriggerLoop loop = act(() -> publish.outlook(back)).loops().getFirst();
        assertThat(act(() -> publish.outlook(back)).refusal()).isEmpty();
        act(() -> publish.publish(back, ANY, Set.of(loop.key()))).orThrow();

        assertThat(running()).hasSize(2);
    }

    @Test
    void shouldNotPublishWhatHasMistakes() throws Exception {
        TriggerContent wrong = new TriggerContent(
                TestTriggerRoom.HAPPENED,
                new Condition.Test("testing.place", Operator.EQUALS, "gone"),
                List.of(new ChosenAction("testing-note", Map.of("title", "{{nothing}}"))),
                null,
                null);
        UUID id = tested("Wrong", wrong);

        assertThat(act(() -> publish.publish(id, ANY, Set.of()))).isEqualTo(Outcome.refused("trigger-mistakes", 2));
    }

    private UUID tested(String name, TriggerContent content) throws Exception {
        UUID id = create(name, content);
        assertThat(recordTest.record(id, content, TestedHow.BY_HAND, "Eva")).isTrue();
        return id;
    }

    private static TriggerContent does(String event, String action) {
        return new TriggerContent(
                event, new Condition.All(List.of()), List.of(new ChosenAction(action, Map.of())), null, null);
    }

    private UUID create(String name, TriggerContent content) throws Exception {
        return act(() -> save.create(draft(name, content))).orThrow().id();
    }

    private void published(UUID id, TriggerContent content) throws Exception {
        assertThat(recordTest.record(id, content, TestedHow.BY_HAND, "Eva")).isTrue();
        act(() -> publish.publish(id, ANY, Set.of())).orThrow();
    }

    private List<PublishedTrigger> running() {
        return ours(publications.newest());
    }

    private List<PublishedTrigger> ours(long publication) {
        return publications.triggers(publication).stream()
                .filter(one -> one.rule().organisation().equals(organisation))
                .toList();
    }

    private <T> T act(Callable<T> work) throws Exception {
        return Acting.as(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation, Reach.whole(organisation), work);
    }

    /** What each answered or threw. */
    private List<Object> together(Callable<Object> one, Callable<Object> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        List<Object> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<Object> work : List.of(one, other)) {
                running.add(threads.submit(() -> {
                    start.await();
                    try {
                        return act(work);
                    } catch (OptimisticLockingFailureException lost) {
                        return lost;
                    }
                }));
            }
            for (Future<Object> each : running) {
                answers.add(each.get());
            }
        }
        return answers;
    }

    private static Draft draft(String name, TriggerContent content) {
        return new Draft(new TriggerName(name, ""), content, "");
    }

    private static TriggerContent about(String number) {
        return new TriggerContent(
                TestTriggerRoom.HAPPENED,
                new Condition.Any(List.of(
                        new Condition.Not(new Condition.Test("event.words", Operator.EMPTY)),
                        new Condition.Test("event.words", Operator.ONE_OF, number, "x\"y"))),
                List.of(new ChosenAction("testing-note", Map.of("title", "Call {{event.words}}"))),
                LocalDate.of(2026, 1, 1),
                null);
    }
}
