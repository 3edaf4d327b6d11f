package io.traject.cases.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.cases.FollowProcess;
import io.traject.cases.FollowProcess.Position;
import io.traject.processes.ProcessModel;
import io.traject.processes.ProcessModels;
import io.traject.web.api.Codes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Processes, and where their instances stand. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Processes")
class ProcessApi {

    private static final List<String> PROCESS_IDS =
            ProcessModels.all().stream().map(ProcessModel::processId).toList();

    private final FollowProcess followProcess;
    private final Authorization authorization;
    private final MessageSource messages;

    ProcessApi(FollowProcess followProcess, Authorization authorization, MessageSource messages) {
        this.followProcess = followProcess;
        this.authorization = authorization;
        this.messages = messages;
    }

    /** @param startable whether a call may start it by itself; the others start with what they are about */
    record ProcessItem(String id, String name, boolean startable) {}

    record Processes(List<ProcessItem> items) {}

    /**
     * Where a process stands.
     *
     * @param id of what it is about, such as a case or a batch
     * @param state {@code starting} until the engine shows it, then {@code active}, {@code completed} or {@code terminated}
     * @param nextDue when the next timer goes off that will do something
     * @param incidents what stops it until an administrator has mended it
     */
    record ProcessInstance(
            String id,
            String processId,
            String state,
            List<Step> currentSteps,
            @Nullable Instant nextDue,
            List<Incident> incidents) {}

    record Step(String id, String label) {}

    record Incident(String step, String message, @Nullable Instant since) {}

    @GetMapping("/processes")
    @Operation(summary = "List the processes; each starts with what it is about, none by itself yet")
    Processes processes(Locale locale) {
        authorization.require(Permission.CASES_VIEW);
        return new Processes(PROCESS_IDS.stream()
                .map(id -> new ProcessItem(id, text("processes." + id + ".title", locale), false))
                .toList());
    }

    @GetMapping("/process-instances/{id}")
    @Operation(summary = "Follow the process of a case or a batch")
    ProcessInstance follow(@PathVariable UUID id, Locale locale) {
        Position position = followProcess.follow(id);
        return new ProcessInstance(
                id.toString(),
                position.processId(),
                Codes.of(position.state()),
                position.steps().stream()
                        .map(step -> new Step(step, label(position, step, locale)))
                        .toList(),
                position.nextDue().map(FollowProcess.Moment::at).orElse(null),
                position.incidents().stream()
                        .map(incident -> new Incident(
                                incident.step(),
                                text("processes.incident", locale, label(position, incident.step(), locale)),
                                incident.since().orElse(null)))
                        .toList());
    }

    /** An instance of an older model may be at a step that has no label any more. */
    private String label(Position position, String step, Locale locale) {
        String key = "processes." + position.processId() + "." + step;
        return Objects.requireNonNullElse(messages.getMessage(key, new Object[0], step, locale), step);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
