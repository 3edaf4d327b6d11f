package io.traject.sheets;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What a cell holds, whatever the spreadsheet program that wrote it. */
public sealed interface CellValue {

    DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    Text BLANK = new Text("");

    /** Text or a number as text, tidied by {@link Tidy}. */
    record Text(String shown) implements CellValue {}

    /** A number that is formatted as a date. */
    record Day(LocalDate date) implements CellValue {

        @Override
        public String shown() {
            return date.format(DATE);
        }
    }

    /** An error such as #N/A, a truth value, or a formula that was never calculated. */
    record Broken(String shown) implements CellValue {}

    String shown();

    default boolean isBlank() {
        return shown().isEmpty();
    }
}
