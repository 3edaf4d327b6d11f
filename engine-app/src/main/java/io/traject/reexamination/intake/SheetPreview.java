package io.traject.reexamination.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a sheet that its page shows: the first rows, and the rows with an error or a repair.
 *
 * @param columns in the order of the file
 * @param rows in the order of the file
 * @param leftOut how many rows with an error or a repair did not fit
 */
public record SheetPreview(List<Heading> columns, List<Line> rows, int leftOut) {

    static final int FIRST_ROWS = 20;
    static final int MARKED_ROWS = 500;

    public SheetPreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A column as it lies in the file. */
    public record Heading(String letter, Column column) {

        public String header() {
            return column.header();
        }
    }

    /**
     * A row of the file.
     *
     * @param cells one for each heading
     */
    public record Line(int row, List<Cell> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        public boolean hasErrors() {
            return cells.stream().anyMatch(cell -> !cell.errors().isEmpty());
        }

        @Override
        public String toString() {
            return "Line[row=" + row + ']';
        }
    }

    /** A cell: what to show, what is wrong with it, and how it was mended. */
    public record Cell(
            String text, List<CellError> errors, @Nullable Repair repair) {

        public Cell {
            errors = List.copyOf(errors);
        }

        @Override
        public String toString() {
            return "Cell[errors=" + errors + ", repair=" + repair + ']';
        }
    }

    @Override
    public String toString() {
        return "SheetPreview[rows=" + rows.size() + ", leftOut=" + leftOut + ']';
    }
}
