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
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets an action that was refused or failed be tried once more, or be left undone, by who may write triggers. Either way its
 * process goes on.
 */
@Service
public class MendFirings {

    /** How often the process tries an action by itself before somebody must decide. */
    public static final int TRIED_BY_ITSELF = 3;

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
     * @throws NotFoundException also for a firing at another event or of another organisation
     */
    @Transactional
    public Outcome<UUID> retry(UUID event, UUID firing, int position) {
        return failed(event, firing, position, run -> {
            List<StandingIncident> standing = standing(firing);
            if (standing.isEmpty()) {
                return Outcome.refused("trigger-action-being-tried");
            }
            engine.retryIncidents(standing);
            return Outcome.done("retried");
        });
    }

    /**
     * It is not done; those after it are, at the latest when the engine would have tried again. Refused with {@code
     * trigger-action-not-failed}, or {@code trigger-action-being-tried} in the moment before the engine stands still.
     *
     * @throws NotFoundException as {@link #retry}
     */
    @Transactional
    public Outcome<UUID> skip(UUID event, UUID firing, int position) {
        return failed(event, firing, position, run -> {
            List<StandingIncident> standing = standing(firing);
            if (standing.isEmpty() && run.attempts() >= TRIED_BY_ITSELF) {
                return Outcome.refused("trigger-action-being-tried");
            }
            runs.note(firing, position, run.kind(), State.SKIPPED, run.code(), run.arguments());
            engine.retryIncidents(standing);
            return Outcome.done("skipped");
        });
    }

    /** @param mend answers what was done, for the audit trail @return the firing */
    private Outcome<UUID> failed(UUID event, UUID id, int position, Function<Run, Outcome<String>> mend) {
        UUID organisation = authorization.organisation(Permission.TRIGGERS_EDIT);
        Firing firing = firings.find(id)
                .filter(found -> found.organisation().equals(organisation)
                        && found.event().equals(event))
                .orElseThrow(NotFoundException::new);
        return runs.locked(id, position)
                .filter(run -> run.state() == State.FAILED)
                .map(mend)
                .orElseGet(() -> Outcome.refused("trigger-action-not-failed"))
                .map(action -> {
                    auditTrail.record(Change.of(AuditedObject.of("trigger", firing.trigger(), organisation), action)
                            .with("event", null, event)
                            .with("action", null, position + 1));
                    return id;
                });
    }

    private List<StandingIncident> standing(UUID firing) {
        return incidents.about(firing).stream()
                .map(incident -> new StandingIncident(incident.key(), incident.jobKey()))
                .toList();
    }
}
