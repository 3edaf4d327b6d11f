package io.traject.reexamination.intake;

import io.traject.reexamination.intake.CellValue.Broken;
import io.traject.reexamination.intake.CellValue.Day;
import io.traject.reexamination.intake.CellValue.Text;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the sheet with residents, one after the other: the sheet that is named as in the template, otherwise the
 * first visible one. Reads only what {@link SpreadsheetGuard} has let pass.
 */
final class WorkbookRows implements Closeable {

    /** A file whose inside is not that of a spreadsheet, or damaged. Says nothing about its content. */
    static final class DamagedException extends Exception {

        private static final long serialVersionUID = 1L;

        DamagedException(Throwable cause) {
            super("damaged spreadsheet: " + cause.getClass().getSimpleName());
        }
    }

    private static final Set<String> ERRORS =
            Set.of("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#FIELD!");
    /** A number of more digits is not one that anybody typed into a sheet of residents. */
    private static final int MAX_DIGITS = 40;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final DateFormats dateFormats = new DateFormats();
    private int rowNumber;

    private WorkbookRows(ReadableWorkbook workbook, Stream<Row> stream) {
        this.workbook = workbook;
        this.stream = stream;
        this.rows = stream.iterator();
    }

    /** @param hasStyles whether the workbook has a part with styles; without one no number can be a date */
    static WorkbookRows open(Path file, boolean hasStyles) throws DamagedException {
        try {
            ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(hasStyles, true));
            try {
                return new WorkbookRows(workbook, residents(workbook).openStream());
            } catch (IOException | RuntimeException e) {
                workbook.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            throw new DamagedException(e);
        }
    }

    private static Sheet residents(ReadableWorkbook workbook) throws IOException {
        return workbook.findSheet(TemplateWorkbook.SHEET)
                .or(() -> workbook.getSheets()
                        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                        .findFirst())
                .or(() -> workbook.getSheets().findFirst())
                .orElseThrow(() -> new IOException("no sheet"));
    }

    /** @return the next row, also when it is empty; null at the end */
    @Nullable
    Row next() throws DamagedException {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            // Rows may leave their number out: each then follows the one before.
            rowNumber = row.getRowNum() > rowNumber ? row.getRowNum() : rowNumber + 1;
            return row;
        } catch (RuntimeException e) {
            throw new DamagedException(e);
        }
    }

    /** The spreadsheet's own number of the row read last. */
    int rowNumber() {
        return rowNumber;
    }

    CellValue value(Row row, int column) {
        Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return CellValue.BLANK;
        }
        Object value = cell.getValue();
        return switch (value) {
            case null ->
                cell.getRawValue() == null && cell.getFormula() != null
                        ? new Broken(Tidy.text("=" + cell.getFormula()))
                        : CellValue.BLANK;
            case BigDecimal number when dateFormats.contains(cell) -> day(cell, number);
            case BigDecimal number -> new Text(plain(number));
            case String text when cell.getType() == CellType.ERROR || ERRORS.contains(text) -> new Broken(text);
            case String text -> new Text(Tidy.text(text));
            default -> new Broken(value.toString().toUpperCase(Locale.ROOT));
        };
    }

    private static CellValue day(Cell cell, BigDecimal number) {
        // Serial numbers go up to 31-12-9999.
        return number.signum() > 0 && number.precision() - number.scale() <= 7
                ? new Day(cell.asDate().toLocalDate())
                : new Broken(plain(number));
    }

    private static String plain(BigDecimal number) {
        return number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS
                ? number.toString()
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    @Override
    public void close() throws IOException {
        try (workbook) {
            stream.close();
        }
    }
}
