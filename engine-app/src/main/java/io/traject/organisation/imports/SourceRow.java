package io.traject.organisation.imports;

import io.traject.sheets.SheetColumn;
import io.traject.sheets.Tidy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row of the spreadsheet as it was read, with what is wrong with it. */
final class SourceRow<C extends Enum<C> & SheetColumn> {

    private static final int MAX_SHOWN = 60;

    private final int number;
    private final Map<C, String> texts;
    private final Map<C, String> letters;
    private final List<Problem> problems = new ArrayList<>(0);

    /**
     * @param number the spreadsheet's own; the header is row 1
     * @param texts of the cells that are not empty
     * @param letters of the columns that the file has
     */
    SourceRow(int number, Map<C, String> texts, Map<C, String> letters) {
        this.number = number;
        this.texts = texts;
        this.letters = letters;
    }

    int number() {
        return number;
    }

    /** Empty for an empty cell. */
    String text(C column) {
        return texts.getOrDefault(column, "");
    }

    Optional<String> given(C column) {
        return Optional.ofNullable(texts.get(column));
    }

    List<Problem> problems() {
        return problems;
    }

    boolean isRight() {
        return problems.isEmpty();
    }

    /** A problem of this room: its sentence names the value and what more is given. */
    void wrong(C column, String code, Object... more) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Tidy.shortened(text(column), MAX_SHOWN));
        for (Object one : more) {
            arguments.add(one.toString());
        }
        add(column, "organisation.imports.problem." + code, arguments);
    }

    /** A problem in the words of a form. */
    void add(C column, String key, List<String> arguments) {
        problems.add(new Problem(column.header(), letters.getOrDefault(column, ""), key, arguments, List.of()));
    }

    void add(Problem problem) {
        problems.add(problem);
    }
}
