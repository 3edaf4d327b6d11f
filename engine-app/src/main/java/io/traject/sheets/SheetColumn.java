package io.traject.sheets;

/** A column of a spreadsheet that people fill in; an enum has them in the order of the template. */
public interface SheetColumn {

    /** The name in the first row of the sheet, the same in every language. */
    String header();

    /** Whether a file without the column can't be read. */
    default boolean mayBeMissing() {
        return false;
    }
}
