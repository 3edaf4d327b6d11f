package io.traject.triggers.editing;

import io.traject.access.Reach;
import io.traject.access.StandardRole;
import io.traject.rules.triggers.Condition;
import io.traject.testing.Acting;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.editing.SaveTrigger.Draft;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Triggers as functional administrators publish them. */
@Component
public class TestTriggers {

    private static final Set<String> NO_LOOPS = Set.of();

    private final SaveTrigger save;
    private final RecordTest recordTest;
    private final PublishTrigger publish;
    private final RetireTrigger retire;
    private final TriggerBook book;

    TestTriggers(
            SaveTrigger save, RecordTest recordTest, PublishTrigger publish, RetireTrigger retire, TriggerBook book) {
        this.save = save;
        this.recordTest = recordTest;
        this.publish = publish;
        this.retire = retire;
        this.book = book;
    }

    public UUID publish(UUID organisation, String name, String event, Condition condition, ChosenAction... actions)
            throws Exception {
        return publish(organisation, name, event, condition, id -> NO_LOOPS, actions);
    }

    /** Agrees to whatever loops it is in. */
    public UUID publishInLoop(
            UUID organisation, String name, String event, Condition condition, ChosenAction... actions)
            throws Exception {
        return publish(
                organisation,
                name,
                event,
                condition,
                id -> publish.outlook(id).loops().stream().map(TriggerLoop::key).collect(Collectors.toSet()),
                actions);
    }

    private UUID publish(
            UUID organisation,
            String name,
            String event,
            Condition condition,
            Function<UUID, Set<String>> agreed,
            ChosenAction... actions)
            throws Exception {
        TriggerContent content = new TriggerContent(event, condition, List.of(actions), null, null);
        return as(organisation, () -> {
            UUID id = save.create(new Draft(new TriggerName(name, ""), content, ""))
                    .orThrow()
                    .id();
            recordTest.record(id, content, TestedHow.BY_HAND, "Eva");
            publish.publish(id, OptionalLong.empty(), agreed.apply(id)).orThrow();
            return id;
        });
    }

    /** What was saved or imported, after a test by hand. */
    public void publishDraft(UUID organisation, UUID id) throws Exception {
        as(organisation, () -> {
            recordTest.record(id, book.get(id).open().orElseThrow().content(), TestedHow.BY_HAND, "Eva");
            return publish.publish(id, OptionalLong.empty(), NO_LOOPS).orThrow();
        });
    }

    public void retire(UUID organisation, UUID id) throws Exception {
        as(organisation, () -> retire.retire(id, OptionalLong.empty()).orThrow());
    }

    private static <T> T as(UUID organisation, Callable<T> work) throws Exception {
        return Acting.as(StandardRole.FUNCTIONAL_ADMINISTRATOR, organisation, Reach.whole(organisation), work);
    }
}
