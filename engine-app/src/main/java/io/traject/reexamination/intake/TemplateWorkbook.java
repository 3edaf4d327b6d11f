package io.traject.reexamination.intake;

import io.traject.kernel.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ResourceBundle;
import org.dhatim.fastexcel.Worksheet;

/** The spreadsheet that municipalities fill in: an empty sheet for the residents, and one that explains it. */
public final class TemplateWorkbook {

    /** The name of the sheet with residents, the same in every language. */
    static final String SHEET = "Inwoners";

    private static final String TEXT_FORMAT = "@";
    private static final String DATE_FORMAT = "dd\\-mm\\-yyyy";
    private static final String HEADER_COLOUR = "E8EDF2";

    private final ResourceBundle texts;

    private TemplateWorkbook(Language language) {
        texts = ResourceBundle.getBundle(
                "i18n.reexamination-intake",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Writes an {@code .xlsx} file and leaves the stream open. */
    public static void write(OutputStream out, Language language) throws IOException {
        new TemplateWorkbook(language).write(out);
    }

    private void write(OutputStream out) throws IOException {
        var workbook = new org.dhatim.fastexcel.Workbook(out, "Traject", "1.0");
        residents(workbook.newWorksheet(SHEET));
        explanation(workbook.newWorksheet(text("sheet")));
        workbook.finish();
    }

    private void residents(Worksheet sheet) {
        for (Column column : Column.values()) {
            int position = column.ordinal();
            sheet.value(0, position, column.header());
            sheet.style(0, position).bold().fillColor(HEADER_COLOUR).set();
            sheet.width(position, width(column));
            switch (column) {
                case BIRTH_DATE, FINAL_DATE ->
                    sheet.style(position).format(DATE_FORMAT).set();
                default -> sheet.style(position).format(TEXT_FORMAT).set();
            }
        }
        sheet.freezePane(0, 1);
        int preference = Column.PREFERENCE.ordinal();
        sheet.range(1, preference, ResidentSheet.MAX_ROWS, preference)
                .validateWithListByFormula("\"EMAIL,BRIEF,BEIDE\"")
                .errorTitle(Column.PREFERENCE.header())
                .error(text("choose"))
                .showErrorMessage(true);
    }

    private static int width(Column column) {
        return switch (column) {
            case EMAIL -> 32;
            case SURNAME, STREET, CITY, SCHEME -> 24;
            default -> 17;
        };
    }

    private void explanation(Worksheet sheet) {
        sheet.value(0, 0, text("title"));
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(1, 0, text("intro"));
        int row = 3;
        heading(sheet, row, "heading.column", "heading.required", "heading.meaning", "heading.example");
        for (Column column : Column.values()) {
            row++;
            sheet.value(row, 0, column.header());
            sheet.value(row, 1, text("required." + column.required()));
            sheet.value(row, 2, text("meaning." + column.header()));
            sheet.value(row, 3, column.example());
        }
        sheet.width(0, 18);
        sheet.width(1, 22);
        sheet.width(2, 84);
        sheet.width(3, 26);
    }

    private void heading(Worksheet sheet, int row, String... keys) {
        for (int position = 0; position < keys.length; position++) {
            sheet.value(row, position, text(keys[position]));
        }
        sheet.range(row, 0, row, keys.length - 1)
                .style()
                .bold()
                .fillColor(HEADER_COLOUR)
                .set();
    }

    private String text(String key) {
        return texts.getString("reexamination.template." + key);
    }
}
