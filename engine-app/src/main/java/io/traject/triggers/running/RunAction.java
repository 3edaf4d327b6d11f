package io.traject.triggers.running;

import io.traject.access.SystemActor;
import io.traject.events.EventCause;
import io.traject.events.EventSnapshot;
import io.traject.events.EventSnapshots;
import io.traject.kernel.Outcome;
import io.traject.triggers.PublishedTrigger;
import io.traject.triggers.actions.ActionCall;
import io.traject.triggers.actions.ActionCatalogue;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.actions.TriggerAction;
import io.traject.triggers.actions.TriggerAction.Done;
import io.traject.triggers.running.ActionRuns.State;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does one action of a firing; once, since what it does and that it was done are committed together. */
@Service
class RunAction {

    private final Firings firings;
    private final PinnedVersions versions;
    private final EventSnapshots snapshots;
    private final ActionCatalogue actions;
    private final MergeSettings merge;
    private final ActionRuns runs;

    RunAction(
            Firings firings,
            PinnedVersions versions,
            EventSnapshots snapshots,
            ActionCatalogue actions,
            MergeSettings merge,
            ActionRuns runs) {
        this.firings = firings;
        this.versions = versions;
        this.snapshots = snapshots;
        this.actions = actions;
        this.merge = merge;
        this.runs = runs;
    }

    /**
     * One that was done, or that somebody decided to skip, is left alone.
     *
     * @throws io.traject.kernel.RefusedException when the business said no; nothing has changed then
     */
    @Transactional
    public void run(UUID firingId, int position) {
        boolean settled = runs.locked(firingId, position)
                .filter(run -> run.state() != State.FAILED)
                .isPresent();
        if (settled) {
            return;
        }
        Firing firing = firings.find(firingId).orElseThrow();
        PublishedTrigger trigger = versions.of(firing);
        ChosenAction chosen = trigger.actions().get(position);
        EventSnapshot event =
                snapshots.of(firing.organisation(), firing.event()).orElseThrow();
        TriggerAction action = actions.find(chosen.kind()).orElseThrow();
        ActionCall call = new ActionCall(
                key(firingId, position),
                firing.organisation(),
                trigger.name(),
                event.id(),
                event.things(),
                merge.merged(chosen, action, event));
        Outcome<Done> outcome = SystemActor.callFor(
                trigger.name(), () -> new EventCause(event.id(), event.depth()).during(() -> action.run(call)));
        Done done = outcome.orThrow();
        runs.note(firingId, position, chosen.kind(), State.DONE, done.code(), done.arguments());
    }

    private static UUID key(UUID firing, int position) {
        return UUID.nameUUIDFromBytes((firing + ":" + position).getBytes(StandardCharsets.UTF_8));
    }
}
