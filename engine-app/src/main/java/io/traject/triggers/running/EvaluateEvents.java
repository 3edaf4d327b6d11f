package io.traject.triggers.running;

import io.traject.events.EventSnapshot;
import io.traject.events.EventSnapshots;
import io.traject.processes.Messages;
import io.traject.processes.Variables;
import io.traject.triggers.PublishedTrigger;
import io.traject.triggers.running.CompiledPublications.Compiled;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.ProcessStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Evaluates events against what is published, each once: that an event was evaluated, what fired and that the processes are to
 * be started is committed together, and an event that is being evaluated is nobody else's.
 */
@Service
class EvaluateEvents {

    private static final int SLICE = 100;

    private final EventSnapshots snapshots;
    private final CompiledPublications publications;
    private final Firings firings;
    private final LoopGuard guard;
    private final EngineCommands engine;

    EvaluateEvents(
            EventSnapshots snapshots,
            CompiledPublications publications,
            Firings firings,
            LoopGuard guard,
            EngineCommands engine) {
        this.snapshots = snapshots;
        this.publications = publications;
        this.firings = firings;
        this.guard = guard;
        this.engine = engine;
    }

    /** @return whether there may be more */
    @Transactional
    public boolean evaluateSome() {
        List<EventSnapshot> events = snapshots.takeAwaiting(SLICE);
        if (events.isEmpty()) {
            return false;
        }
        Compiled published = publications.newest();
        List<Firing> fired = new ArrayList<>();
        for (EventSnapshot event : events) {
            for (PublishedTrigger trigger : published.firing(event.facts())) {
                Firing firing = guard.judge(Firing.of(event, trigger));
                firings.add(firing);
                fired.add(firing);
            }
        }
        firings.noteEvaluated(
                events,
                fired.stream().collect(Collectors.toMap(Firing::event, firing -> 1, Integer::sum)),
                published.publication());
        engine.start(
                fired.stream().filter(Firing::runs).map(EvaluateEvents::start).toList());
        snapshots.awaitNoMore(events.stream().map(EventSnapshot::id).toList());
        return events.size() == SLICE;
    }

    private static ProcessStart start(Firing firing) {
        return new ProcessStart(
                Messages.TRIGGER_FIRED,
                firing.id(),
                firing.id(),
                Map.of(
                        Variables.FIRING_ID,
                        firing.id(),
                        Variables.ACTIONS,
                        IntStream.range(0, firing.actions()).boxed().toList()));
    }
}
