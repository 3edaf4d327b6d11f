package io.traject.tasks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How somebody completes a task.
 *
 * @param outcome one of the form's
 * @param remark for the file, at most 2,000 characters
 * @param date for outcomes that need one
 */
public record Completion(
        String outcome, @Nullable String remark, @Nullable LocalDate date) {

    public Completion {
        remark = remark == null || remark.isBlank() ? null : remark.strip().replace("\0", "");
    }
}
