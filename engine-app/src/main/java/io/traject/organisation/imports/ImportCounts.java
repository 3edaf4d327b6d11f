package io.traject.organisation.imports;

import java.util.List;

/** How many rows do what. */
public record ImportCounts(List<Count> counts) {

    public ImportCounts {
        counts = List.copyOf(counts);
    }

    /** Of one sheet, action and state. */
    public record Count(SheetKind sheet, RowAction action, RowState state, int rows) {}

    public int all() {
        return counts.stream().mapToInt(Count::rows).sum();
    }

    /** With this to do, or done; without those that were refused. */
    public int of(SheetKind sheet, RowAction action) {
        return counts.stream()
                .filter(count -> count.sheet() == sheet && count.action() == action)
                .filter(count -> count.state() != RowState.REFUSED)
                .mapToInt(Count::rows)
                .sum();
    }

    public int refused(SheetKind sheet) {
        return counts.stream()
                .filter(count -> count.sheet() == sheet && count.state() == RowState.REFUSED)
                .mapToInt(Count::rows)
                .sum();
    }

    public int refused() {
        return in(RowState.REFUSED);
    }

    public int planned() {
        return in(RowState.PLANNED);
    }

    /** Refused only when it was their turn. */
    public int failed() {
        return toDo(RowState.REFUSED);
    }

    /** Done, without those for which there was nothing to do. */
    public int done() {
        return toDo(RowState.DONE);
    }

    private int in(RowState state) {
        return counts.stream()
                .filter(count -> count.state() == state)
                .mapToInt(Count::rows)
                .sum();
    }

    private int toDo(RowState state) {
        return counts.stream()
                .filter(count ->
                        count.state() == state && count.action() != RowAction.NONE && count.action() != RowAction.KEEP)
                .mapToInt(Count::rows)
                .sum();
    }
}
