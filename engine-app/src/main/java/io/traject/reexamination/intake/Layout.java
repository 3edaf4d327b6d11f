package io.traject.reexamination.intake;

import io.traject.reexamination.intake.SheetPreview.Heading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where each column lies in a file: the order is free, and case, spaces and underscores of a header don't count. */
final class Layout {

    private static final Map<String, Column> BY_HEADER = new HashMap<>();

    static {
        Arrays.stream(Column.values()).forEach(column -> BY_HEADER.put(key(column.header()), column));
    }

    private final Map<Column, Integer> positions = new EnumMap<>(Column.class);
    private final int[] positionByOrdinal = new int[Column.values().length];
    private final List<FileError> errors = new ArrayList<>();

    /** @param headers the texts of the first row, empty ones included */
    Layout(List<String> headers) {
        for (int position = 0; position < headers.size(); position++) {
            String header = headers.get(position);
            Column column = BY_HEADER.get(key(header));
            if (!header.isEmpty() && (column == null || positions.putIfAbsent(column, position) != null)) {
                errors.add(FileError.of(FileError.Code.COLUMN_UNKNOWN, Tidy.shortened(header, 40), letter(position)));
            }
        }
        for (Column column : Column.values()) {
            Integer position = positions.get(column);
            if (position == null) {
                errors.add(FileError.of(FileError.Code.COLUMN_MISSING, column.header()));
            } else {
                positionByOrdinal[column.ordinal()] = position;
            }
        }
    }

    /** Every missing column, and every one that is unknown or there twice. */
    List<FileError> errors() {
        return errors;
    }

    int position(Column column) {
        return positionByOrdinal[column.ordinal()];
    }

    String letter(Column column) {
        return letter(position(column));
    }

    List<Heading> headings() {
        return positions.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .map(entry -> new Heading(letter(entry.getValue()), entry.getKey()))
                .toList();
    }

    private static String letter(int position) {
        return position < 26
                ? Character.toString('A' + position)
                : letter(position / 26 - 1) + Character.toString('A' + position % 26);
    }

    private static String key(String header) {
        return header.replace(" ", "").replace("_", "").toUpperCase(Locale.ROOT);
    }
}
