package io.traject.web;

import java.util.List;
import java.util.Optional;

/** A part of a spreadsheet with marked cells, as {@code parts/preview :: sheet-preview} shows it. */
public record SheetView(List<String> columns, List<Row> rows) {

    public SheetView {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** @param number as the spreadsheet counts: the header is row 1 */
    public record Row(int number, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** @param message why it is marked; an unmarked cell has none */
    public record Cell(String text, Meaning meaning, Optional<String> message) {

        public static Cell plain(String text) {
            return new Cell(text, Meaning.NEUTRAL, Optional.empty());
        }

        public static Cell marked(String text, Meaning meaning, String message) {
            return new Cell(text, meaning, Optional.of(message));
        }

        public boolean isMarked() {
            return message.isPresent();
        }
    }
}
