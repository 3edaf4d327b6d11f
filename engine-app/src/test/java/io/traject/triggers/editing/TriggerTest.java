package io.traject.triggers.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.traject.kernel.Refusal;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Operator;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.TriggerVersion.Done;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The life of a trigger: draft, tested, published, retired, one version after the other. */
class TriggerTest {

    private static final Done EVA = new Done("Eva", Instant.parse("2026-11-29T09:00:00Z"));
    private static final TriggerName NAME = new TriggerName("Letter", "");

    private final Trigger trigger = new Trigger(UUID.randomUUID(), NAME, about("1"), "first", EVA);

    @Test
    void shouldBePublishedOnceTested() {
        assertThat(trigger.againstPublication()).map(Refusal::code).contains("trigger-untested");
        assertThatThrownBy(() -> trigger.publish(1, EVA)).isInstanceOf(IllegalStateException.class);

        trigger.tested(TestedHow.BY_HAND, EVA);

        assertThat(trigger.againstPublication()).isEmpty();
        trigger.publish(1, EVA);
        assertThat(trigger.running()).map(TriggerVersion::number).contains(1);
        assertThat(trigger.open()).isEmpty();
        assertThat(trigger.againstPublication()).map(Refusal::code).contains("trigger-no-draft");
    }

    @Test
    void shouldBeADraftAgainWhenWrittenAnew() {
        trigger.tested(TestedHow.BY_HAND, EVA);

        trigger.write(NAME, about("2"), "second", EVA);

        assertThat(trigger.newest().state()).isEqualTo(TriggerState.DRAFT);
        assertThat(trigger.newest().testedAt()).isEmpty();
        assertThat(trigger.newest().number()).isEqualTo(1);
    }

    @Test
    void shouldStayTestedWhenItSaysTheSame() {
        trigger.tested(TestedHow.BY_HAND, EVA);

        trigger.write(new TriggerName("Renamed", "why"), about("1"), "only the name", EVA);

        assertThat(trigger.newest().state()).isEqualTo(TriggerState.TESTED);
        assertThat(trigger.newest().comment()).isEqualTo("only the name");
        assertThat(trigger.name()).isEqualTo("Renamed");
    }

    @Test
    void shouldRunWhatIsPublishedWhileTheNextIsWritten() {
        publish(1);
        trigger.write(NAME, about("2"), "second", EVA);

        assertThat(trigger.running().orElseThrow().content()).isEqualTo(about("1"));
        assertThat(trigger.open().orElseThrow().number()).isEqualTo(2);

        trigger.tested(TestedHow.PAST_EVENT, EVA);
        trigger.stop(2, EVA);
        trigger.publish(2, EVA);

        assertThat(trigger.running().orElseThrow().content()).isEqualTo(about("2"));
        assertThat(trigger.versions())
                .extracting(TriggerVersion::number, TriggerVersion::state)
                .containsExactly(tuple(2, TriggerState.PUBLISHED), tuple(1, TriggerState.RETIRED));
    }

    @Test
    void shouldNotRunTwoVersionsAtOnce() {
        publish(1);
        trigger.write(NAME, about("2"), "second", EVA);
        trigger.tested(TestedHow.BY_HAND, EVA);

        assertThatThrownBy(() -> trigger.publish(2, EVA)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldNotBeDeletedWhileItRuns() {
        publish(1);

        assertThatThrownBy(() -> trigger.delete(EVA)).isInstanceOf(IllegalStateException.class);

        trigger.stop(2, EVA);
        trigger.delete(EVA);
        assertThat(trigger.deleted()).isTrue();
        assertThat(trigger.versions()).hasSize(1);
    }

    private void publish(long publication) {
        trigger.tested(TestedHow.BY_HAND, EVA);
        trigger.publish(publication, EVA);
    }

    private static TriggerContent about(String number) {
        return new TriggerContent(
                "case.opened",
                new Condition.All(List.of(new Condition.Test("case.number", Operator.EQUALS, number))),
                List.of(new ChosenAction("add-task", Map.of("title", "Call {{case.number}}"))),
                null,
                null);
    }
}
