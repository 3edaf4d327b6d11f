package io.traject.events;

import io.traject.rules.triggers.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values of fields as JSON keeps them: numbers and days as text, so that nothing is rounded. */
final class FieldValues {

    private FieldValues() {}

    static Object written(Object value) {
        return switch (value) {
            case Boolean yesOrNo -> yesOrNo;
            case BigDecimal number -> number.toPlainString();
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            default -> value.toString();
        };
    }

    /** The value of the type's class; nothing when it is none, as where a field once had another type. */
    static Optional<Object> read(FieldType type, @Nullable Object written) {
        if (written == null) {
            return Optional.empty();
        }
        try {
            return switch (type) {
                case TEXT, CODE, REFERENCE -> written instanceof Collection ? Optional.empty() : text(written);
                case NUMBER -> Optional.of(new BigDecimal(written.toString()));
                case DATE -> Optional.of(LocalDate.parse(written.toString()));
                case YES_NO -> yesOrNo(written.toString());
                case CODES ->
                    written instanceof Collection<?> several
                            ? Optional.of(several.stream().map(String::valueOf).toList())
                            : Optional.empty();
            };
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Object> text(Object written) {
        return Optional.of(written.toString()).filter(text -> !text.isEmpty()).map(Object.class::cast);
    }

    private static Optional<Object> yesOrNo(String written) {
        return switch (written) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
