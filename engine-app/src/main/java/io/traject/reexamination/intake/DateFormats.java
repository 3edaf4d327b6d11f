package io.traject.reexamination.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** Tells numbers that are shown as a date from others, by the number format of the cell (ISO/IEC 29500-1, 18.8.30). */
final class DateFormats {

    /** Literal text, escaped characters, colours and locales in a format code. */
    private static final Pattern NOT_A_PLACEHOLDER = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]");

    private static final Pattern DAY_OR_YEAR = Pattern.compile("[dDyYjJ]");

    private final Map<Integer, Boolean> known = new HashMap<>();

    boolean contains(Cell cell) {
        Integer id = cell.getDataFormatId();
        return id != null && known.computeIfAbsent(id, key -> isDate(key, cell.getDataFormatString()));
    }

    private static boolean isDate(int id, @Nullable String code) {
        // Dates that are built in, and those of East Asian versions.
        boolean builtIn = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        return builtIn
                || (code != null
                        && DAY_OR_YEAR
                                .matcher(NOT_A_PLACEHOLDER.matcher(code).replaceAll(""))
                                .find());
    }
}
