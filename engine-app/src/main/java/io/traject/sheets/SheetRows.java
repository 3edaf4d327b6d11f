package io.traject.sheets;

import io.traject.sheets.CellValue.Broken;
import io.traject.sheets.CellValue.Day;
import io.traject.sheets.CellValue.Text;
import io.traject.sheets.FileError.Code;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one after the other; a formula is the value that it had when the file was saved. */
public final class SheetRows implements Closeable {

    private static final int MAX_COLUMNS = 16_384;
    private static final int MAX_ROW = 1_048_576;
    /** 31-12-9999, counted from 1900. */
    private static final int LAST_DAY = 2_958_465;
    /** A number of more characters is not one that anybody typed into a sheet. */
    private static final int MAX_DIGITS = 40;

    private static final Set<String> ERRORS =
            Set.of("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!");

    private final PartXml part;
    private final Workbook workbook;
    private CellValue[] values = new CellValue[32];
    private int limit = MAX_COLUMNS;
    private int width;
    private int number;

    // The cell that is being read.
    private int column;
    private int style;
    private String type = "";

    SheetRows(PartXml part, Workbook workbook) {
        this.part = part;
        this.workbook = workbook;
    }

    /**
     * Moves to the next row, also when it is empty.
     *
     * @return false when there is none; the file has then been read to its end and is whole
     */
    public boolean next() throws UnreadableException {
        while (part.next()) {
            if (part.isStart("row")) {
                readRow();
                return true;
            }
        }
        part.finish();
        return false;
    }

    /** From the next row on, cells from this column on are skipped. */
    public void limitTo(int columns) {
        limit = columns;
    }

    /** The spreadsheet's own number of the row; the first is 1. */
    public int number() {
        return number;
    }

    /** One more than the last column with a cell. */
    public int width() {
        return width;
    }

    public CellValue value(int column) {
        return column < width ? values[column] : CellValue.BLANK;
    }

    private void readRow() throws UnreadableException {
        String ownNumber = part.attribute("r");
        int next = ownNumber == null ? number + 1 : integer(ownNumber);
        if (next <= number || next > MAX_ROW) {
            throw new UnreadableException(next <= number ? Code.NOT_XLSX : Code.TOO_LARGE);
        }
        number = next;
        width = 0;
        column = -1;
        int outside = part.depth() - 1;
        while (part.next() && part.depth() > outside) {
            if (part.isStart("c")) {
                readCell();
            }
        }
    }

    private void readCell() throws UnreadableException {
        startCell();
        int outside = part.depth() - 1;
        boolean wanted = column < limit;
        String content = null;
        String formula = null;
        while (part.next() && part.depth() > outside) {
            if (part.isStart() && wanted) {
                switch (part.name()) {
                    case "v" -> content = part.text();
                    case "is" -> content = Workbook.richText(part);
                    case "f" -> formula = part.text();
                    default -> {}
                }
            }
        }
        if (wanted) {
            put(
                    content != null
                            ? value(content)
                            : formula != null ? new Broken(Tidy.text("=" + formula)) : CellValue.BLANK);
        }
    }

    private void startCell() throws UnreadableException {
        column++;
        style = -1;
        type = "n";
        for (int i = 0; i < part.attributes(); i++) {
            switch (part.attributeName(i)) {
                case "r" -> column = column(part.attribute(i));
                case "s" -> style = integer(part.attribute(i));
                case "t" -> type = part.attribute(i);
                default -> {}
            }
        }
        if (column >= MAX_COLUMNS) {
            throw new UnreadableException(Code.NOT_XLSX);
        }
    }

    private void put(CellValue value) {
        if (column >= values.length) {
            values = Arrays.copyOf(values, Math.min(MAX_COLUMNS, Math.max(column + 1, 2 * values.length)));
        }
        if (column >= width) {
            Arrays.fill(values, width, column, CellValue.BLANK);
            width = column + 1;
        }
        values[column] = value;
    }

    private CellValue value(String content) throws UnreadableException {
        return switch (type) {
            case "s" -> text(workbook.string(content));
            case "str", "inlineStr" -> text(Tidy.text(content));
            case "n" -> number(content.strip());
            case "d" -> isoDay(content.strip());
            case "b" -> new Broken("1".equals(content) ? "TRUE" : "FALSE");
            case "e" -> new Broken(Tidy.text(content));
            default -> throw new UnreadableException(Code.NOT_XLSX);
        };
    }

    private static CellValue text(String text) {
        if (text.isEmpty()) {
            return CellValue.BLANK;
        }
        return text.charAt(0) == '#' && ERRORS.contains(text) ? new Broken(text) : new Text(text);
    }

    private CellValue number(String digits) {
        if (digits.isEmpty()) {
            return CellValue.BLANK;
        }
        if (digits.length() > MAX_DIGITS) {
            return new Broken(digits);
        }
        try {
            return workbook.isDate(style) ? day(digits) : new Text(plain(digits));
        } catch (NumberFormatException e) {
            return new Broken(Tidy.text(digits));
        }
    }

    private CellValue day(String serial) {
        int day = (int) Math.floor(Double.parseDouble(serial));
        if (day < 1 || day > LAST_DAY) {
            return new Broken(plain(serial));
        }
        if (workbook.from1904()) {
            return new Day(LocalDate.of(1904, 1, 1).plusDays(day));
        }
        // Spreadsheets count a 29 February 1900 that never was.
        return new Day(LocalDate.of(1899, 12, day < 61 ? 31 : 30).plusDays(day));
    }

    /** In strict files a date is written as such. */
    private static CellValue isoDay(String text) {
        try {
            return new Day(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeException e) {
            return new Broken(Tidy.text(text));
        }
    }

    private static String plain(String digits) {
        if (isInteger(digits)) {
            return digits;
        }
        BigDecimal number = new BigDecimal(digits);
        if (Math.abs((long) number.scale()) > MAX_DIGITS) {
            return digits;
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static boolean isInteger(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return digits.charAt(0) != '0';
    }

    /** The column of a reference such as {@code AB12}, from 0. */
    private static int column(String reference) throws UnreadableException {
        int column = 0;
        int length = 0;
        while (length < reference.length() && reference.charAt(length) >= 'A' && reference.charAt(length) <= 'Z') {
            column = column * 26 + reference.charAt(length) - 'A' + 1;
            if (++length > 3) {
                break;
            }
        }
        if (column == 0 || column > MAX_COLUMNS || length == reference.length()) {
            throw new UnreadableException(Code.NOT_XLSX);
        }
        return column - 1;
    }

    private static int integer(@Nullable String digits) throws UnreadableException {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new UnreadableException(Code.NOT_XLSX);
        }
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
