package io.traject.tasks;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task that was added to a case beside those of its own process.
 *
 * @param id of the one that asked for it: asked for again, it is there once
 * @param title what is to be done, at most 200 characters
 * @param instruction how, at most 4,000 characters
 * @param addedBy name of who or what added it
 */
public record AddedTask(
        UUID id, UUID caseId, String title, @Nullable String instruction, Instant dueAt, String addedBy) {

    public static final int MAX_INSTRUCTION_LENGTH = 4000;

    @Override
    public String toString() {
        return "AddedTask[" + id + "]";
    }
}
