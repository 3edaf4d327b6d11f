package io.traject.reexamination.intake;

import io.traject.kernel.Language;
import io.traject.sheets.SheetTemplate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;

/** The spreadsheet that municipalities fill in: an empty sheet for the residents, and one that explains it. */
public final class TemplateWorkbook {

    /** The name of the sheet with residents, the same in every language. */
    static final String SHEET = "Inwoners";

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
        SheetTemplate template = new SheetTemplate(out);
        template.sheet(
                SHEET,
                Arrays.stream(Column.values()).map(TemplateWorkbook::column).toList(),
                ResidentSheet.MAX_ROWS,
                text("choose"));
        template.explanation(new SheetTemplate.Explanation(
                text("sheet"),
                text("title"),
                text("intro"),
                List.of(
                        text("heading.column"),
                        text("heading.required"),
                        text("heading.meaning"),
                        text("heading.example")),
                List.of(18, 22, 84, 26),
                Arrays.stream(Column.values()).map(this::explained).toList()));
        template.finish();
    }

    private static SheetTemplate.Column column(Column column) {
        boolean date = column == Column.BIRTH_DATE || column == Column.FINAL_DATE;
        return new SheetTemplate.Column(
                column.header(),
                width(column),
                date,
                column == Column.PREFERENCE ? List.of("EMAIL", "BRIEF", "BEIDE") : List.of());
    }

    private static int width(Column column) {
        return switch (column) {
            case EMAIL -> 32;
            case SURNAME, STREET, CITY, SCHEME -> 24;
            default -> 17;
        };
    }

    private List<String> explained(Column column) {
        return List.of(
                column.header(),
                text("required." + column.required()),
                text("meaning." + column.header()),
                column.example());
    }

    private String text(String key) {
        return texts.getString("reexamination.template." + key);
    }
}
