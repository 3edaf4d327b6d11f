package io.traject.reexamination.intake;

import io.traject.reexamination.intake.SheetPreview.Cell;
import io.traject.reexamination.intake.SheetPreview.Heading;
import io.traject.reexamination.intake.SheetPreview.Line;
import io.traject.sheets.Tidy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the rows of a {@link SheetPreview}. */
final class PreviewBuilder {

    private static final int MAX_TEXT = 100;

    private final List<Heading> headings;
    private final List<Line> lines = new ArrayList<>();
    private int seen;
    private int marked;
    private int leftOut;

    PreviewBuilder(List<Heading> headings) {
        this.headings = headings;
    }

    void add(RowCheck check) {
        boolean mark = !check.errors().isEmpty() || check.repair().isPresent();
        if (mark && marked == SheetPreview.MARKED_ROWS) {
            leftOut++;
        } else if (mark || seen < SheetPreview.FIRST_ROWS) {
            marked += mark ? 1 : 0;
            lines.add(line(check));
        }
        seen++;
    }

    private Line line(RowCheck check) {
        List<Cell> cells =
                headings.stream().map(heading -> cell(check, heading.column())).toList();
        return new Line(check.row(), cells);
    }

    private static Cell cell(RowCheck check, Column column) {
        String text = Tidy.shortened(check.value(column).shown(), MAX_TEXT);
        List<CellError> errors = check.errors().stream()
                .filter(error -> error.column() == column)
                .toList();
        @Nullable
        Repair repair = check.repair().filter(found -> found.column() == column).orElse(null);
        return new Cell(text, errors, repair);
    }

    SheetPreview build() {
        return new SheetPreview(headings, lines, leftOut);
    }
}
