package io.traject.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where each column lies in a file: the order is free, and case, spaces and underscores of a header don't count. */
public final class Layout<C extends Enum<C> & SheetColumn> {

    private final Map<C, Integer> positions;
    private final int[] positionByOrdinal;
    private final List<FileError> errors = new ArrayList<>();

    /**
     * @param type of the columns
     * @param headers the texts of the first row, empty ones included
     */
    public Layout(Class<C> type, List<String> headers) {
        positions = new EnumMap<>(type);
        C[] columns = type.getEnumConstants();
        positionByOrdinal = new int[columns.length];
        Map<String, C> byHeader = new HashMap<>();
        for (C column : columns) {
            byHeader.put(key(column.header()), column);
        }
        for (int position = 0; position < headers.size(); position++) {
            String header = headers.get(position);
            C column = byHeader.get(key(header));
            if (!header.isEmpty() && (column == null || positions.putIfAbsent(column, position) != null)) {
                errors.add(FileError.of(FileError.Code.COLUMN_UNKNOWN, Tidy.shortened(header, 40), letter(position)));
            }
        }
        for (C column : columns) {
            Integer position = positions.get(column);
            positionByOrdinal[column.ordinal()] = position == null ? Integer.MAX_VALUE : position;
            if (position == null && !column.mayBeMissing()) {
                errors.add(FileError.of(FileError.Code.COLUMN_MISSING, column.header()));
            }
        }
    }

    /** Every missing column, and every one that is unknown or there twice. */
    public List<FileError> errors() {
        return errors;
    }

    public boolean has(C column) {
        return positions.containsKey(column);
    }

    public CellValue value(C column, SheetRows row) {
        return row.value(positionByOrdinal[column.ordinal()]);
    }

    /** The letter of a column that the file has. */
    public String letter(C column) {
        return letter(positionByOrdinal[column.ordinal()]);
    }

    /** The columns that the file has, as they lie in it. */
    public List<C> columns() {
        return positions.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey)
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
