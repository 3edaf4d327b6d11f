package io.traject.organisation.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of an import: what it would do, and what became of it.
 *
 * @param number the spreadsheet's own; the header is row 1
 * @param label what to call it; empty when the row doesn't say
 * @param result the part or employee that it is about, once it is done
 */
public record ImportRow(
        int seq,
        SheetKind sheet,
        int number,
        String label,
        RowAction action,
        RowState state,
        List<FieldChange> changes,
        List<Problem> problems,
        Optional<UUID> result) {

    public ImportRow {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    @Override
    public String toString() {
        return "ImportRow[" + sheet + ' ' + number + ' ' + action + ' ' + state + ']';
    }
}
