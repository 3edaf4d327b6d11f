package io.traject.triggers.replay;

import io.traject.events.EventCatalogue;
import io.traject.events.EventSnapshot;
import io.traject.events.EventSnapshots;
import io.traject.kernel.BusinessTime;
import io.traject.rules.triggers.CheckCondition;
import io.traject.rules.triggers.CompiledTriggers;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.TriggerRule;
import io.traject.triggers.Publications;
import io.traject.triggers.PublishedTrigger;
import io.traject.triggers.editing.RecordTest;
import io.traject.triggers.editing.TestedHow;
import io.traject.triggers.replay.Replay.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Goes on with a replay, some events at a time: what they showed and how far it is are committed together, so that it goes on
 * where it was after a kill. Days on which a version is valid are left aside: the past is asked what it would have done.
 */
@Service
class AdvanceReplay {

    private static final int SLICE = 500;

    private final Replays replays;
    private final EventSnapshots snapshots;
    private final EventCatalogue events;
    private final Publications publications;
    private final RecordTest recordTest;
    private final BusinessTime time;

    AdvanceReplay(
            Replays replays,
            EventSnapshots snapshots,
            EventCatalogue events,
            Publications publications,
            RecordTest recordTest,
            BusinessTime time) {
        this.replays = replays;
        this.snapshots = snapshots;
        this.events = events;
        this.publications = publications;
        this.recordTest = recordTest;
        this.time = time;
    }

    /** @return whether there may be more */
    @Transactional
    public boolean advance(UUID id) {
        Replay replay = replays.lockRunning(id).orElse(null);
        if (replay == null) {
            return false;
        }
        List<EventSnapshot> next = snapshots.between(
                replay.organisation(),
                replay.content().event(),
                replay.from(),
                replay.until(),
                replay.reached(),
                SLICE);
        if (next.isEmpty()) {
            end(replay);
            return false;
        }
        replays.advance(replay, next.getLast().id(), next.size(), hits(replay, next));
        return true;
    }

    private void end(Replay replay) {
        replays.end(replay.id(), State.DONE, time.now());
        if (replay.lookedAt() == 0) {
            return;
        }
        recordTest.record(replay.trigger(), replay.content(), TestedHow.REPLAY, replay.askedBy());
    }

    private Map<UUID, Compared> hits(Replay replay, List<EventSnapshot> next) {
        List<Field> fields =
                events.fields(replay.organisation(), replay.content().event());
        TriggerRule written = rule(replay, replay.id(), replay.content().condition());
        Optional<TriggerRule> running = running(replay, fields);
        List<TriggerRule> rules = new ArrayList<>(List.of(written));
        running.ifPresent(rules::add);
        CompiledTriggers compiled = CompiledTriggers.compile(rules, Map.of(written.event(), fields));
        Map<UUID, Compared> hits = new HashMap<>();
        for (EventSnapshot event : next) {
            Set<UUID> firing = compiled.firing(event.facts());
            boolean now = firing.contains(written.version());
            boolean before =
                    running.filter(rule -> firing.contains(rule.version())).isPresent();
            if (now || before) {
                hits.put(event.id(), now ? before ? Compared.BOTH : Compared.NOW_ONLY : Compared.BEFORE_ONLY);
            }
        }
        return hits;
    }

    /** What it is compared with, as far as that is about the same event and still fits what it knows. */
    private Optional<TriggerRule> running(Replay replay, List<Field> fields) {
        return publications.triggers(replay.publication()).stream()
                .filter(published -> published.trigger().equals(replay.trigger()))
                .map(PublishedTrigger::rule)
                .filter(rule -> rule.event().equals(replay.content().event()))
                .filter(rule -> CheckCondition.check(rule.condition(), fields).isEmpty())
                .findFirst()
                .map(rule -> rule(replay, rule.version(), rule.condition()));
    }

    private static TriggerRule rule(Replay replay, UUID version, Condition condition) {
        return new TriggerRule(version, replay.organisation(), replay.content().event(), condition, null, null);
    }
}
