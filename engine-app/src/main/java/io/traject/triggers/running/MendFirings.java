package io.traject.triggers.running;

import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.triggers.running.ActionRuns.Run;
import io.traject.triggers.running.ActionRuns.State;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.StandingIncident;
import io.traject.workers.progress.OpenIncidents;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets an action that was refused or failed be tried once more, or be left undone, by who may write triggers. Either way its
 * process goes on.
 */
@Service
public class MendFirings {

    private final Firings firings;
    private final ActionRuns runs;
    private final OpenIncidents incidents;
    private final EngineCommands engine;
    private final AuditTrail auditTrail;
    private final Authorization authorization;

    MendFirings(
            Firings firings,
            ActionRuns runs,
            OpenIncidents incidents,
            EngineCommands engine,
            AuditTrail auditTrail,
            Authorization authorization) {
        this.firings = firings;
        this.runs = runs;
        this.incidents = incidents;
        this.engine = engine;
        this.auditTrail = auditTrail;
        this.authorization = authorization;
    }

    /**
     * Refused with {@code trigger-action-not-failed}, or {@code trigger-action-being-tried} while the engine still tries it by
     * itself. Asked twice, it is tried once more.
     *
     * @param position of the action, from 0
     * @throws NotFoundException also for a firing of another organisation
     */
    @Transactional
    public Outcome<UUID> retry(UUID firing, int position) {
        return mend(firing, position, "retried", run -> {});
    }

    /** It is not done; those after it are. Refused and thrown as {@link #retry}. */
    @Transactional
    public Outcome<UUID> skip(UUID firing, int position) {
        return mend(
                firing,
                position,
                "skipped",
                run -> runs.note(firing, position, run.kind(), State.SKIPPED, run.code(), run.arguments()));
    }

    /** @return the event */
    private Outcome<UUID> mend(UUID id, int position, String action, Consumer<Run> change) {
        UUID organisation = authorization.organisation(Permission.TRIGGERS_EDIT);
        Firing firing = firings.find(id)
                .filter(found -> found.organisation().equals(organisation))
                .orElseThrow(NotFoundException::new);
        Optional<Run> failed = runs.locked(id, position).filter(run -> run.state() == State.FAILED);
        if (failed.isEmpty()) {
            return Outcome.refused("trigger-action-not-failed");
        }
        List<StandingIncident> standing = incidents.about(id).stream()
                .map(incident -> new StandingIncident(incident.key(), incident.jobKey()))
                .toList();
        if (standing.isEmpty()) {
            return Outcome.refused("trigger-action-being-tried");
        }
        change.accept(failed.get());
        engine.retryIncidents(standing);
        auditTrail.record(Change.of(AuditedObject.of("trigger", firing.trigger(), organisation), action)
                .with("event", null, firing.event())
                .with("action", null, position + 1));
        return Outcome.done(firing.event());
    }
}
