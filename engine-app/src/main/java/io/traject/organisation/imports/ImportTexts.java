package io.traject.organisation.imports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is found in imports, in the reader's language. */
@Component
public class ImportTexts {

    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-uuuu");
    private static final int ERRORS_AT_ONCE = 500;

    private final MessageSource messages;
    private final Imports imports;

    ImportTexts(MessageSource messages, Imports imports) {
        this.messages = messages;
        this.imports = imports;
    }

    /**
     * A change of a value.
     *
     * @param masked whether only that it changes may be known
     */
    public record Said(String field, String from, String to, boolean masked) {}

    /**
     * What is wrong with a row.
     *
     * @param cell such as {@code E12}; empty when it is about no cell
     */
    public record Wrong(SheetKind sheet, int row, String label, String column, String cell, String message) {}

    public List<Said> changes(List<FieldChange> changes, Locale locale) {
        return changes.stream()
                .map(change -> new Said(
                        text("organisation.imports.field." + change.field(), locale),
                        value(change.field(), change.from(), locale),
                        value(change.field(), change.to(), locale),
                        change.masked()))
                .toList();
    }

    public List<Wrong> problems(ImportRow row, Locale locale) {
        return row.problems().stream()
                .map(problem -> new Wrong(
                        row.sheet(),
                        row.number(),
                        row.label(),
                        problem.column(),
                        problem.letter().isEmpty() ? "" : problem.letter() + row.number(),
                        sentence(problem, locale)))
                .toList();
    }

    /** Everything that is wrong with rows, in their order, read as it is used. */
    public Stream<Wrong> allProblems(Import one, Locale locale) {
        return Stream.iterate(0, from -> from + ERRORS_AT_ONCE)
                .map(from -> imports.rows(one.id(), Optional.of(RowFilter.REFUSED), from, ERRORS_AT_ONCE))
                .takeWhile(rows -> !rows.isEmpty())
                .flatMap(List::stream)
                .flatMap(row -> problems(row, locale).stream());
    }

    public String sentence(Problem problem, Locale locale) {
        List<String> arguments = new ArrayList<>(problem.arguments());
        if (!problem.changes().isEmpty()) {
            arguments.add(changes(problem.changes(), locale).stream()
                    .map(change -> "%s: %s → %s".formatted(change.field(), shown(change.from()), shown(change.to())))
                    .collect(Collectors.joining("; ")));
            return messages.getMessage(problem.key() + ".values", arguments.toArray(), locale);
        }
        return messages.getMessage(problem.key(), arguments.toArray(), locale);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "–" : value;
    }

    private String value(String field, String value, Locale locale) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (field) {
            case "gender" -> text("organisation.employees.gender." + value, locale);
            case "language" -> text("organisation.employees.language." + value, locale);
            case "kind" -> text("organisation.kind." + value.toLowerCase(Locale.ROOT), locale);
            case "partTime" -> value + " %";
            default ->
                ISO_DATE.matcher(value).matches() ? LocalDate.parse(value).format(DATE) : value;
        };
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, new Object[0], locale);
    }
}
