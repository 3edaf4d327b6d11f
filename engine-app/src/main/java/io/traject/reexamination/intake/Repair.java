package io.traject.reexamination.intake;

/** A value that was mended on reading, to be shown as such: a BSN whose leading zero the spreadsheet program dropped. */
public record Repair(int row, Column column, String letter, String from, String to) {

    public String cell() {
        return letter + row;
    }

    /** The key of a sentence about {@link #from} and {@link #to}, its arguments. */
    public String messageKey() {
        return "reexamination.repair." + column.header();
    }

    @Override
    public String toString() {
        return "Repair[" + cell() + ']';
    }
}
