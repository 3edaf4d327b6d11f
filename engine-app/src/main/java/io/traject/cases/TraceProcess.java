package io.traject.cases;

import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import io.traject.workers.engine.DeployedModels;
import io.traject.workers.engine.ProcessStarts;
import io.traject.workers.progress.ProcessProgress;
import io.traject.workers.progress.ProcessProgress.InstanceProgress;
import io.traject.workers.progress.ProcessProgress.InstanceState;
import io.traject.workers.progress.ProcessProgress.OpenIncident;
import io.traject.workers.progress.ProcessProgress.PassedElement;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells which way a process has gone, and draws it in its model (N4). */
@Service
public class TraceProcess {

    /** What happens or is waited for; everything else only leads from one to the other. */
    private static final Set<String> STEPS =
            Set.of("SERVICE_TASK", "USER_TASK", "INTERMEDIATE_CATCH_EVENT", "RECEIVE_TASK", "CALL_ACTIVITY");

    private static final int AT_MOST = 2_000;

    private final FollowProcess followProcess;
    private final ProcessStarts starts;
    private final ProcessProgress progress;
    private final DeployedModels models;
    private final EnginePages enginePages;

    TraceProcess(
            FollowProcess followProcess,
            ProcessStarts starts,
            ProcessProgress progress,
            DeployedModels models,
            EnginePages enginePages) {
        this.followProcess = followProcess;
        this.starts = starts;
        this.progress = progress;
        this.models = models;
        this.enginePages = enginePages;
    }

    /**
     * The way that a process has gone so far.
     *
     * @param version of the model that it runs on
     * @param drawn whether that model can be shown
     * @param steps in the order in which they were begun
     * @param upcoming the timers that are set, the next first
     * @param done ids of all elements that were left, for the drawing
     * @param inEngine the same instance in the engine's own pages
     */
    public record Course(
            String processId,
            int version,
            boolean drawn,
            List<Step> steps,
            List<Upcoming> upcoming,
            Set<String> done,
            Optional<URI> inEngine) {

        /** Ids of the steps that it is at. */
        public Set<String> now() {
            return steps(StepState.NOW);
        }

        /** Ids of the steps at which it stands still. */
        public Set<String> standing() {
            return steps(StepState.STANDING_STILL);
        }

        private Set<String> steps(StepState state) {
            return steps.stream()
                    .filter(step -> step.state() == state)
                    .map(Step::element)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    public record Step(String element, StepState state, Optional<Instant> from, Optional<Instant> until) {}

    /** Something that happens by itself, unless something else comes first. */
    public record Upcoming(String element, Instant at) {}

    /** How far a step is. */
    public enum StepState {
        DONE,
        /** Ended by something else before it was done. */
        LEFT,
        NOW,
        STANDING_STILL
    }

    /**
     * The newest process about the thing; empty while the engine has not shown it.
     *
     * @throws NotFoundException as {@link FollowProcess#follow}
     */
    @Transactional(readOnly = true)
    public Optional<Course> trace(UUID subject) {
        return instance(subject).map(this::course);
    }

    /**
     * The model on which the newest process about the thing runs.
     *
     * @return BPMN 2.0 XML with its names in the language
     * @throws NotFoundException as {@link FollowProcess#follow}, or when that version was not kept
     */
    @Transactional(readOnly = true)
    public String model(UUID subject, Language language) {
        return instance(subject)
                .flatMap(instance -> models.xml(instance.processId(), instance.version())
                        .map(xml -> ModelTexts.translated(xml, instance.processId(), language)))
                .orElseThrow(NotFoundException::new);
    }

    private Optional<InstanceProgress> instance(UUID subject) {
        followProcess.follow(subject);
        return starts.instanceKey(subject).stream()
                .mapToObj(progress::instance)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Course course(InstanceProgress instance) {
        List<PassedElement> elements = progress.elements(instance.key(), AT_MOST);
        Set<String> standing =
                instance.incidents().stream().map(OpenIncident::elementId).collect(Collectors.toSet());
        return new Course(
                instance.processId(),
                instance.version(),
                models.xml(instance.processId(), instance.version()).isPresent(),
                elements.stream()
                        .filter(element -> STEPS.contains(element.elementType()))
                        .map(element -> step(element, standing))
                        .toList(),
                instance.dueTimers().stream()
                        .map(timer -> new Upcoming(timer.elementId(), timer.dueAt()))
                        .toList(),
                elements.stream()
                        .filter(element -> element.state() != InstanceState.ACTIVE)
                        .map(PassedElement::elementId)
                        .collect(Collectors.toUnmodifiableSet()),
                enginePages.instance(instance.key()));
    }

    private static Step step(PassedElement element, Set<String> standing) {
        StepState state = switch (element.state()) {
            case COMPLETED -> StepState.DONE;
            case TERMINATED -> StepState.LEFT;
            case ACTIVE -> standing.contains(element.elementId()) ? StepState.STANDING_STILL : StepState.NOW;
        };
        return new Step(
                element.elementId(),
                state,
                Optional.ofNullable(element.startedAt()),
                Optional.ofNullable(element.endedAt()));
    }
}
