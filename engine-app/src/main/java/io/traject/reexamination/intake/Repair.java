package io.traject.reexamination.intake;

/** A value that was mended on reading, to be shown as such: a BSN whose leading zero the spreadsheet program dropped. */
public record Repair(int row, Column column, String letter, String from, String to) {

    public String cell() {
        return letter + row;
    }

    @Override
    public String toString() {
        return "Repair[" + cell() + ']';
    }
}
