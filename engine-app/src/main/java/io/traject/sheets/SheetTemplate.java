package io.traject.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a spreadsheet to be filled in: empty sheets with their headers, and a sheet that explains them. */
public final class SheetTemplate {

    private static final String TEXT_FORMAT = "@";
    private static final String DATE_FORMAT = "dd\\-mm\\-yyyy";
    private static final String HEADER_COLOUR = "E8EDF2";

    private final Workbook workbook;

    public SheetTemplate(OutputStream out) {
        workbook = new Workbook(out, "Traject", "1.0");
    }

    /**
     * A column of a sheet.
     *
     * @param width in characters
     * @param date whether its cells hold dates; otherwise they are text, so that a leading zero stays
     * @param choices the only values that it takes; empty for any
     */
    public record Column(String header, int width, boolean date, List<String> choices) {

        public Column {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A sheet that explains.
     *
     * @param heading above the table
     * @param rows each with a cell for each heading
     */
    public record Explanation(
            String sheet,
            String title,
            String intro,
            List<String> heading,
            List<Integer> widths,
            List<List<String>> rows) {

        public Explanation {
            heading = List.copyOf(heading);
            widths = List.copyOf(widths);
            rows = List.copyOf(rows);
        }
    }

    /**
     * Adds an empty sheet.
     *
     * @param rows for how many the choices are offered
     * @param choose what is said about a value that can't be chosen
     */
    public void sheet(String name, List<Column> columns, int rows, String choose) {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int position = 0; position < columns.size(); position++) {
            Column column = columns.get(position);
            sheet.value(0, position, column.header());
            sheet.style(0, position).bold().fillColor(HEADER_COLOUR).set();
            sheet.width(position, column.width());
            sheet.style(position)
                    .format(column.date() ? DATE_FORMAT : TEXT_FORMAT)
                    .set();
            if (!column.choices().isEmpty()) {
                sheet.range(1, position, rows, position)
                        .validateWithListByFormula('"' + String.join(",", column.choices()) + '"')
                        .errorTitle(column.header())
                        .error(choose)
                        .showErrorMessage(true);
            }
        }
        sheet.freezePane(0, 1);
    }

    public void explanation(Explanation explanation) {
        Worksheet sheet = workbook.newWorksheet(explanation.sheet());
        sheet.value(0, 0, explanation.title());
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(1, 0, explanation.intro());
        write(sheet, 3, explanation.heading());
        sheet.range(3, 0, 3, explanation.heading().size() - 1)
                .style()
                .bold()
                .fillColor(HEADER_COLOUR)
                .set();
        for (int row = 0; row < explanation.rows().size(); row++) {
            write(sheet, 4 + row, explanation.rows().get(row));
        }
        for (int position = 0; position < explanation.widths().size(); position++) {
            sheet.width(position, explanation.widths().get(position));
        }
    }

    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int position = 0; position < cells.size(); position++) {
            sheet.value(row, position, cells.get(position));
        }
    }

    /** Ends the file and leaves the stream open. */
    public void finish() throws IOException {
        workbook.finish();
    }
}
