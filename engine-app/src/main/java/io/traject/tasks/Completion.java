package io.traject.tasks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How somebody completes a task.
 *
 * @param outcome one of the form's
 * @param remark for the file, at most 2,000 characters
 * @param date for outcomes that need one
 * @param email for outcomes that need one, as it was typed
 */
public record Completion(
        String outcome,
        @Nullable String remark,
        @Nullable LocalDate date,
        @Nullable String email) {

    public Completion(String outcome, @Nullable String remark, @Nullable LocalDate date) {
        this(outcome, remark, date, null);
    }

    public Completion {
        remark = remark == null || remark.isBlank() ? null : remark.strip();
    }
}
