package io.traject.workers.engine;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What is kept of a command until the engine took it. */
sealed interface EngineCommand {

    String TASK_PREFIX = "engine.command.";

    TaskDescriptor<Starts> START = TaskDescriptor.of(TASK_PREFIX + "start", Starts.class);
    TaskDescriptor<Messages> PUBLISH = TaskDescriptor.of(TASK_PREFIX + "publish", Messages.class);
    TaskDescriptor<Completion> COMPLETE_USER_TASK =
            TaskDescriptor.of(TASK_PREFIX + "completeUserTask", Completion.class);
    TaskDescriptor<Cancellation> CANCEL_INSTANCE =
            TaskDescriptor.of(TASK_PREFIX + "cancelInstance", Cancellation.class);
    TaskDescriptor<Retries> RETRY_INCIDENTS = TaskDescriptor.of(TASK_PREFIX + "retryIncidents", Retries.class);

    /** The rest is in {@link ProcessStarts}. */
    record Starts(List<UUID> businessKeys) implements EngineCommand {}

    record Messages(List<EngineMessage> messages) implements EngineCommand {}

    record Completion(long elementInstanceKey, Map<String, Object> variables) implements EngineCommand {}

    record Cancellation(long processInstanceKey) implements EngineCommand {}

    record Retries(List<StandingIncident> incidents) implements EngineCommand {}

    /** The command of a scheduled task. */
    static EngineCommand read(String taskName, byte[] data) {
        var kind = Stream.of(START, PUBLISH, COMPLETE_USER_TASK, CANCEL_INSTANCE, RETRY_INCIDENTS)
                .filter(known -> known.getTaskName().equals(taskName))
                .findFirst()
                .orElseThrow();
        return EngineJson.bind(EngineJson.readTree(new String(data, StandardCharsets.UTF_8)), kind.getDataClass());
    }
}
