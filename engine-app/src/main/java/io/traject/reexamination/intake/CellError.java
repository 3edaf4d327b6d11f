package io.traject.reexamination.intake;

import java.util.List;

/**
 * What is wrong with one cell. The value is there to be shown to who uploaded it; it is in no log.
 *
 * @param row the spreadsheet's own number; the header is row 1
 * @param letter the column's letter in this file
 * @param arguments of the message: the column's header, the shown value, then what the code adds (the row that has the
 *     BSN first, the limit, the scheme)
 * @param shown the value as found, cut when long; empty for an empty cell
 */
public record CellError(int row, Column column, String letter, Code code, List<String> arguments, String shown) {

    /** Stable, part of REST. */
    public enum Code {
        REQUIRED,
        BSN_INVALID,
        BSN_DUPLICATE,
        DATE_INVALID,
        DATE_RANGE,
        EMAIL_INVALID,
        POSTCODE_INVALID,
        VALUE_UNKNOWN,
        TOO_LONG,
        ALREADY_OPEN
    }

    public CellError {
        arguments = List.copyOf(arguments);
    }

    /** The name of the cell in this file, such as {@code E12}. */
    public String cell() {
        return letter + row;
    }

    /** The key of a sentence that says what is wrong and how to mend it. */
    public String messageKey() {
        boolean ofColumn = switch (code) {
            case DATE_RANGE -> true;
            case REQUIRED -> column == Column.EMAIL;
            case VALUE_UNKNOWN ->
                column == Column.HOUSE_NUMBER || column == Column.PHONE || column == Column.PREFERENCE;
            default -> false;
        };
        return "reexamination.error." + code + (ofColumn ? '.' + column.header() : "");
    }

    @Override
    public String toString() {
        return "CellError[" + cell() + ' ' + code + ']';
    }
}
