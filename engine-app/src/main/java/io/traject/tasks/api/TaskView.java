package io.traject.tasks.api;

import io.traject.tasks.Task;
import io.traject.web.api.Codes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A human task.
 *
 * @param title by which it is known when its type says too little
 * @param subjectKind what it is about: {@code case} or {@code employer}
 * @param caseId of the case, when it is about one; so is its number
 * @param subject the name of whom it concerns
 * @param state {@code open}, {@code completed} or {@code withdrawn}
 * @param claimedBy the name of the one who works on it
 * @param outcomes to choose from at completion
 * @param outcomesWithDate those among them that need a date
 * @param outcomesWithEmail those among them that need an e-mail address
 * @param concerns id of what within its subject it is about, such as the mail that bounced
 * @param outcome of a completed task
 */
record TaskView(
        String id,
        String type,
        @Nullable String title,
        String subjectKind,
        String subjectId,
        @Nullable String caseId,
        @Nullable String caseNumber,
        String subject,
        String state,
        Instant createdAt,
        Instant dueAt,
        @Nullable String claimedBy,
        List<String> outcomes,
        List<String> outcomesWithDate,
        List<String> outcomesWithEmail,
        @Nullable String concerns,
        @Nullable String outcome,
        @Nullable Instant endedAt) {

    static TaskView of(
            Task task, List<String> outcomes, List<String> outcomesWithDate, List<String> outcomesWithEmail) {
        return new TaskView(
                task.id().toString(),
                task.type(),
                task.title().orElse(null),
                Codes.of(task.about().kind()),
                task.about().id().toString(),
                task.isAboutCase() ? task.caseId().toString() : null,
                task.isAboutCase() ? task.caseNumber() : null,
                task.subject(),
                Codes.of(task.state()),
                task.createdAt(),
                task.dueAt(),
                task.claimedByName().orElse(null),
                outcomes,
                outcomesWithDate,
                outcomesWithEmail,
                task.concerns().map(UUID::toString).orElse(null),
                task.outcome().orElse(null),
                task.endedAt().orElse(null));
    }
}
