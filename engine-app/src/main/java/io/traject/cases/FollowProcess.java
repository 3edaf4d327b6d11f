package io.traject.cases;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.NotFoundException;
import io.traject.workers.engine.ProcessStarts;
import io.traject.workers.progress.ProcessProgress;
import io.traject.workers.progress.ProcessProgress.CurrentElement;
import io.traject.workers.progress.ProcessProgress.InstanceProgress;
import io.traject.workers.progress.ProcessProgress.OpenIncident;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says where a process stands and what comes next, as the engine's progress shows it. */
@Service
public class FollowProcess {

    /** They only hold other elements. */
    private static final Set<String> HOLDERS =
            Set.of("PROCESS", "SUB_PROCESS", "EVENT_SUB_PROCESS", "MULTI_INSTANCE_BODY");

    private final List<ProcessSubjects> subjects;
    private final List<TimerMeaning> timerMeanings;
    private final ProcessStarts starts;
    private final ProcessProgress progress;
    private final Authorization authorization;

    FollowProcess(
            List<ProcessSubjects> subjects,
            List<TimerMeaning> timerMeanings,
            ProcessStarts starts,
            ProcessProgress progress,
            Authorization authorization) {
        this.subjects = subjects;
        this.timerMeanings = timerMeanings;
        this.starts = starts;
        this.progress = progress;
        this.authorization = authorization;
    }

    /**
     * Where a process stands.
     *
     * @param steps ids of the elements it is at; labels are {@code processes.<processId>.<step>}
     * @param nextDue the next timer that will do something
     */
    public record Position(
            UUID businessKey,
            String processId,
            State state,
            List<String> steps,
            Optional<Moment> nextDue,
            List<Incident> incidents) {}

    /** What happens when, if nothing else does before; labels are {@code processes.<processId>.<step>.due}. */
    public record Moment(String step, Instant at) {}

    /** Something that stops the process until an administrator has mended it. */
    public record Incident(String step, Optional<Instant> since) {}

    /** Whether the process runs. */
    public enum State {
        /** The engine has not shown it yet. */
        STARTING,
        ACTIVE,
        COMPLETED,
        TERMINATED
    }

    /**
     * @param businessKey id of what the process is about
     * @throws NotFoundException when there is no such thing or it has no process, or the actor may not see it
     */
    @Transactional(readOnly = true)
    public Position follow(UUID businessKey) {
        authorization.require(Permission.CASES_VIEW);
        String processId = subjects.stream()
                .flatMap(room -> room.processOf(businessKey).stream())
                .findFirst()
                .filter(process -> starts.isRequested(businessKey))
                .orElseThrow(NotFoundException::new);
        return starts.instanceKey(businessKey).stream()
                .mapToObj(progress::instance)
                .flatMap(Optional::stream)
                .findFirst()
                .map(instance -> position(businessKey, instance))
                .orElseGet(() ->
                        new Position(businessKey, processId, State.STARTING, List.of(), Optional.empty(), List.of()));
    }

    private Position position(UUID businessKey, InstanceProgress instance) {
        return new Position(
                businessKey,
                instance.processId(),
                State.valueOf(instance.state().name()),
                instance.currentElements().stream()
                        .filter(element -> !HOLDERS.contains(element.elementType()))
                        .map(CurrentElement::elementId)
                        .distinct()
                        .toList(),
                instance.dueTimers().stream()
                        .filter(timer -> timerMeanings.stream()
                                .allMatch(room -> room.counts(businessKey, timer.elementId(), timer.dueAt())))
                        .map(timer -> new Moment(timer.elementId(), timer.dueAt()))
                        .findFirst(),
                instance.incidents().stream().map(FollowProcess::incident).toList());
    }

    private static Incident incident(OpenIncident incident) {
        return new Incident(incident.elementId(), Optional.ofNullable(incident.since()));
    }
}
