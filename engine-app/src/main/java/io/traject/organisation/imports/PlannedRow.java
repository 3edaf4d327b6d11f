package io.traject.organisation.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with what would be done for it.
 *
 * @param seq its place among those that are carried out, from 0
 * @param label what to call it: a path, or a number and a name
 * @param plan null when there is nothing to do
 */
record PlannedRow(
        int seq,
        SheetKind sheet,
        int number,
        String label,
        RowAction action,
        @Nullable Plan plan,
        List<FieldChange> changes,
        List<Problem> problems) {

    PlannedRow {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    RowState state() {
        return switch (action) {
            case ADD, CHANGE, MOVE -> RowState.PLANNED;
            case KEEP -> RowState.DONE;
            case NONE -> RowState.REFUSED;
        };
    }

    @Override
    public String toString() {
        return "PlannedRow[" + sheet + ' ' + number + ' ' + action + ']';
    }
}
