package io.traject.triggers.editing;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.kernel.Outcome;
import io.traject.organisation.tree.NodeKind;
import io.traject.questionnaires.Definition;
import io.traject.questionnaires.DraftQuestionnaire;
import io.traject.questionnaires.DraftQuestionnaire.Result;
import io.traject.questionnaires.PublishQuestionnaire;
import io.traject.questionnaires.Questionnaire;
import io.traject.questionnaires.QuestionnaireCatalogue;
import io.traject.questionnaires.QuestionnaireVersion;
import io.traject.questionnaires.RetireQuestionnaire;
import io.traject.questionnaires.TestQuestionnaires;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.testing.Acting;
import io.traject.testing.TestEmployees;
import io.traject.testing.TrajectTest;
import io.traject.triggers.actions.ChosenAction;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A trigger that runs goes on running: what it goes by can't be taken away under it. */
@TrajectTest
class QuestionnairesInUseTest {

    private static final String EVENT = "case.opened";
    private static final Condition TIRED = new Condition.Test("answer.vitality.vermoeid", Operator.CONTAINS, "altijd");

    @Autowired
    TestEmployees employees;

    @Autowired
    TestQuestionnaires questionnaires;

    @Autowired
    TestTriggers triggers;

    @Autowired
    RetireQuestionnaire retireQuestionnaire;

    @Autowired
    DraftQuestionnaire draft;

    @Autowired
    PublishQuestionnaire publishQuestionnaire;

    @Autowired
    QuestionnaireCatalogue catalogue;

    private UUID provider;
    private UUID vitality;

    @BeforeEach
    void ask() throws Exception {
        provider = employees.provider();
        employees.node(NodeKind.EMPLOYER, provider, "Bakery");
        vitality = questionnaires.publish(provider);
    }

    @Test
    void shouldNotBeRetiredWhileATriggerGoesByIt() throws Exception {
        UUID trigger = publishTired();

        assertThat(retire()).isEqualTo(Outcome.refused("questionnaire-in-use", "Tired"));
        assertThat(catalogue.find(provider, "vitality")).isPresent();

        triggers.retire(provider, trigger);
        assertThat(retire()).isInstanceOf(Outcome.Done.class);
        assertThat(catalogue.find(provider, "vitality")).isEmpty();
    }

    @Test
    void shouldGoOnAskingWhatATriggerGoesBy() throws Exception {
        publishTired();
        QuestionnaireVersion next = as(() -> draft.next(vitality));
        Definition without = without(next.definition(), "vermoeid");

        Result refused = as(() -> publishQuestionnaire.publish(vitality, without, next.version()));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Result.Flawed.class,
                        flawed -> assertThat(flawed.flaws()).singleElement().satisfies(flaw -> {
                            assertThat(flaw.code()).isEqualTo("in-use");
                            assertThat(flaw.arguments()).containsExactly("Tired");
                        }));
        assertThat(catalogue.find(provider, "vitality").orElseThrow().number()).isEqualTo(1);
        Definition other = without(next.definition(), "energie");
        assertThat(as(() -> publishQuestionnaire.publish(vitality, other, next.version())))
                .isInstanceOf(Result.Kept.class);
    }

    @RepeatedTest(3)
    void shouldNeverBeRetiredWhileATriggerIsPublishedAtTheSameMoment() throws Exception {
        var together = new CyclicBarrier(2);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<Boolean> published = two.submit(() -> {
                together.await();
                return succeeds(this::publishTired);
            });
            Future<Boolean> retired = two.submit(() -> {
                together.await();
                return retire() instanceof Outcome.Done;
            });

            assertThat(published.get()).isNotEqualTo(retired.get());
        }
    }

    private static boolean succeeds(Callable<?> work) {
        try {
            work.call();
            return true;
        } catch (Exception refused) {
            return false;
        }
    }

    private UUID publishTired() throws Exception {
        return triggers.publish(provider, "Tired", EVENT, TIRED, new ChosenAction("add-task", Map.of("title", "Call")));
    }

    private Outcome<Questionnaire> retire() throws Exception {
        return as(() -> retireQuestionnaire.retire(vitality));
    }

    /** Without a question and without what it counts for. */
    private static Definition without(Definition definition, String question) {
        return new Definition(
                definition.name(),
                definition.explanation(),
                definition.medical(),
                definition.questions().stream()
                        .filter(one -> !one.code().equals(question))
                        .toList(),
                List.of());
    }

    private <T> T as(Callable<T> work) throws Exception {
        return Acting.as(StandardRole.FUNCTIONAL_ADMINISTRATOR, provider, Reach.whole(provider), work);
    }
}
