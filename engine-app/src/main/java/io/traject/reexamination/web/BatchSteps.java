package io.traject.reexamination.web;

import io.traject.reexamination.BatchState;
import java.util.List;

/** The steps from a spreadsheet to its dispatch. */
final class BatchSteps {

    static final List<String> KEYS = List.of(
            "reexamination.step.upload",
            "reexamination.step.check",
            "reexamination.step.create",
            "reexamination.step.communication",
            "reexamination.step.send");

    private BatchSteps() {}

    /** The step that a batch is at; past the last when everything is done. */
    static int of(BatchState state) {
        return switch (state) {
            case REJECTED, CHECKED, DISCARDED -> 1;
            case CREATING, CREATED -> 2;
            case DISPATCHING, PAUSED -> 4;
            case DISPATCHED -> KEYS.size();
        };
    }
}
