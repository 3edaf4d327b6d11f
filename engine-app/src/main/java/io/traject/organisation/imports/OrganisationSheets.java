package io.traject.organisation.imports;

import io.traject.sheets.CellValue;
import io.traject.sheets.FileError;
import io.traject.sheets.Layout;
import io.traject.sheets.SheetColumn;
import io.traject.sheets.SheetRows;
import io.traject.sheets.UnreadableException;
import io.traject.sheets.Workbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads the spreadsheet of an organisation into rows. Knows no database and no Spring. */
final class OrganisationSheets {

    static final int MAX_PARTS = 5_000;
    static final int MAX_EMPLOYEES = 50_000;

    private static final Pattern DATE = Pattern.compile("(\\d{1,2})-(\\d{1,2})-(\\d{4})");

    private final List<Problem> problems = new ArrayList<>();

    private OrganisationSheets() {}

    /**
     * What a file holds.
     *
     * @param problems why it can't be imported; then there are no rows
     */
    record Read(List<SourceRow<PartColumn>> parts, List<SourceRow<EmployeeColumn>> employees, List<Problem> problems) {

        Read {
            parts = List.copyOf(parts);
            employees = List.copyOf(employees);
            problems = List.copyOf(problems);
        }

        int rows() {
            return parts.size() + employees.size();
        }
    }

    /** @throws IOException when the file can't be read from disk; a bad file is an answer, not an exception */
    static Read read(Path file) throws IOException {
        return new OrganisationSheets().readAll(file);
    }

    private Read readAll(Path file) throws IOException {
        List<SourceRow<PartColumn>> parts = List.of();
        List<SourceRow<EmployeeColumn>> employees = List.of();
        try (Workbook workbook = Workbook.open(file)) {
            parts = rows(workbook, SheetKind.PARTS, PartColumn.class, column -> false, MAX_PARTS);
            employees = rows(
                    workbook, SheetKind.EMPLOYEES, EmployeeColumn.class, EmployeeColumn.DATES::contains, MAX_EMPLOYEES);
        } catch (UnreadableException unreadable) {
            problems.add(problem(unreadable.error(), ""));
        }
        if (problems.isEmpty() && parts.isEmpty() && employees.isEmpty()) {
            problems.add(problem(FileError.of(FileError.Code.EMPTY), ""));
        }
        return problems.isEmpty() ? new Read(parts, employees, List.of()) : new Read(List.of(), List.of(), problems);
    }

    private <C extends Enum<C> & SheetColumn> List<SourceRow<C>> rows(
            Workbook workbook, SheetKind kind, Class<C> columns, Predicate<C> isDate, int most)
            throws IOException, UnreadableException {
        Optional<SheetRows> found = workbook.find(kind.title());
        if (found.isEmpty()) {
            return List.of();
        }
        List<SourceRow<C>> rows = new ArrayList<>();
        try (SheetRows sheet = found.get()) {
            if (!sheet.next()) {
                return List.of();
            }
            List<String> headers = IntStream.range(0, sheet.number() == 1 ? sheet.width() : 0)
                    .mapToObj(column -> sheet.value(column).shown())
                    .toList();
            Layout<C> layout = new Layout<>(columns, headers);
            layout.errors().forEach(error -> problems.add(problem(error, kind.title())));
            if (!layout.errors().isEmpty()) {
                return List.of();
            }
            sheet.limitTo(headers.size());
            Map<C, String> letters = new EnumMap<>(columns);
            layout.columns().forEach(column -> letters.put(column, layout.letter(column)));
            while (sheet.next()) {
                SourceRow<C> row = row(sheet, layout, columns, letters, isDate);
                if (row == null) {
                    continue;
                }
                if (rows.size() == most) {
                    problems.add(
                            problem(FileError.of(FileError.Code.TOO_MANY_ROWS, Integer.toString(most)), kind.title()));
                    return List.of();
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static <C extends Enum<C> & SheetColumn> @Nullable SourceRow<C> row(
            SheetRows sheet, Layout<C> layout, Class<C> type, Map<C, String> letters, Predicate<C> isDate) {
        Map<C, String> texts = new EnumMap<>(type);
        List<C> broken = new ArrayList<>(0);
        for (C column : letters.keySet()) {
            CellValue value = layout.value(column, sheet);
            if (value instanceof CellValue.Broken) {
                broken.add(column);
            }
            if (!value.isBlank()) {
                texts.put(column, isDate.test(column) ? date(value) : value.shown());
            }
        }
        if (texts.isEmpty()) {
            return null;
        }
        SourceRow<C> row = new SourceRow<>(sheet.number(), texts, letters);
        broken.forEach(column -> row.wrong(column, "broken"));
        return row;
    }

    /** As forms read it, when it is a date. */
    private static String date(CellValue value) {
        if (value instanceof CellValue.Day day) {
            return day.date().toString();
        }
        Matcher parts = DATE.matcher(value.shown());
        return parts.matches()
                ? "%s-%02d-%02d"
                        .formatted(parts.group(3), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1)))
                : value.shown();
    }

    private static Problem problem(FileError error, String sheet) {
        List<String> arguments = new ArrayList<>(error.arguments());
        arguments.add(sheet);
        return Problem.of(error.messageKey("organisation.imports"), arguments);
    }
}
