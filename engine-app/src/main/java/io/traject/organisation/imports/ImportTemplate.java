package io.traject.organisation.imports;

import io.traject.kernel.Language;
import io.traject.sheets.SheetColumn;
import io.traject.sheets.SheetTemplate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The spreadsheet that administrators fill in: a sheet for parts, one for employees, and one that explains both. */
@Component
public class ImportTemplate {

    private static final List<String> KINDS = List.of("VESTIGING", "AFDELING");
    private static final List<String> GENDERS = List.of("V", "M", "X", "O");
    private static final List<String> LANGUAGES = List.of("NL", "EN");

    private final MessageSource messages;

    ImportTemplate(MessageSource messages) {
        this.messages = messages;
    }

    /** Writes an {@code .xlsx} file and leaves the stream open. */
    public void write(OutputStream out, Language language) throws IOException {
        SheetTemplate template = new SheetTemplate(out);
        template.sheet(
                SheetKind.PARTS.title(),
                Arrays.stream(PartColumn.values())
                        .map(column -> column(column, false, column == PartColumn.KIND ? KINDS : List.of()))
                        .toList(),
                OrganisationSheets.MAX_PARTS,
                text("choose", language));
        template.sheet(
                SheetKind.EMPLOYEES.title(),
                Arrays.stream(EmployeeColumn.values())
                        .map(column -> column(column, EmployeeColumn.DATES.contains(column), choices(column)))
                        .toList(),
                OrganisationSheets.MAX_EMPLOYEES,
                text("choose", language));
        template.explanation(new SheetTemplate.Explanation(
                text("sheet", language),
                text("title", language),
                text("intro", language),
                List.of(
                        text("heading.sheet", language),
                        text("heading.column", language),
                        text("heading.required", language),
                        text("heading.meaning", language),
                        text("heading.example", language)),
                List.of(16, 24, 22, 90, 30),
                explained(language)));
        template.finish();
    }

    private List<List<String>> explained(Language language) {
        List<List<String>> rows = new ArrayList<>();
        for (PartColumn column : PartColumn.values()) {
            rows.add(explained(SheetKind.PARTS, column, column.name(), column.example(), language));
        }
        for (EmployeeColumn column : EmployeeColumn.values()) {
            rows.add(explained(SheetKind.EMPLOYEES, column, column.name(), column.example(), language));
        }
        return rows;
    }

    private List<String> explained(
            SheetKind sheet, SheetColumn column, String name, String example, Language language) {
        return List.of(
                sheet.title(),
                column.header(),
                text(required(column), language),
                text("meaning." + sheet + '.' + name, language),
                example);
    }

    private static String required(SheetColumn column) {
        return !column.mayBeMissing()
                ? "required.ALWAYS"
                : column == EmployeeColumn.INITIALS || column == EmployeeColumn.LAST_NAME
                        ? "required.WHEN_NEW"
                        : column == EmployeeColumn.START ? "required.EMPLOYMENT" : "required.NEVER";
    }

    private static SheetTemplate.Column column(SheetColumn column, boolean date, List<String> choices) {
        return new SheetTemplate.Column(
                column.header(), Math.max(14, column.header().length() + 4), date, choices);
    }

    private static List<String> choices(EmployeeColumn column) {
        return switch (column) {
            case GENDER -> GENDERS;
            case LANGUAGE -> LANGUAGES;
            default -> List.of();
        };
    }

    private String text(String key, Language language) {
        return messages.getMessage("organisation.imports.template." + key, new Object[0], language.locale());
    }
}
