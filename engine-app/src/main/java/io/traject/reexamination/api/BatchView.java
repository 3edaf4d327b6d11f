package io.traject.reexamination.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.traject.reexamination.BatchDirectory;
import java.time.Instant;
import java.util.List;

/**
 * A batch as REST shows it.
 *
 * @param state {@code checked}, {@code rejected}, {@code creating}, {@code created}, {@code dispatching}, {@code paused},
 *     {@code dispatched} or {@code discarded}
 * @param rows residents in the file
 * @param errors of a rejected batch, all of them, by row
 * @param progress of the phase that the batch is in, or finished last
 * @param unprocessed residents left behind, by row
 */
record BatchView(
        String id,
        String state,
        String fileName,
        Instant uploadedAt,
        int rows,
        List<CellProblem> errors,
        Counts counts,
        BatchDirectory.Progress progress,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BatchDirectory.Unprocessed> unprocessed) {

    /** What is wrong with a cell; the row is the spreadsheet's own. */
    record CellProblem(int row, String column, String code, String message) {}

    /** Residents per form of communication; one who wants both counts under {@code both} only. */
    record Counts(int mail, int letter, int both) {}
}
