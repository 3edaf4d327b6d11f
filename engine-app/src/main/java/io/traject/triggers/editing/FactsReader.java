package io.traject.triggers.editing;

import io.traject.rules.triggers.Facts;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Facts from values that somebody filled in, in the form of operands. What is no value of its field is noted by its key.
 *
 * @param wrong keys of fields whose value can't be read
 */
public record FactsReader(Facts facts, Set<String> wrong) {

    private static final int LONGEST_NUMBER = 40;

    /**
     * @param now by the keys of fields; nothing filled in for no value
     * @param before what changing fields were
     * @param changed keys of fields that changed, also without another value
     */
    public static FactsReader read(
            UUID organisation,
            String event,
            LocalDate on,
            Collection<Field> fields,
            Map<String, List<String>> now,
            Map<String, List<String>> before,
            Set<String> changed) {
        Map<String, Object> values = new HashMap<>();
        Map<String, Object> old = new HashMap<>();
        Set<String> wrong = new HashSet<>();
        Set<String> changes = new HashSet<>();
        for (Field field : fields) {
            put(field, now.get(field.key()), values, wrong);
            if (field.changes()) {
                put(field, before.get(field.key()), old, wrong);
                if (changed.contains(field.key()) || old.containsKey(field.key())) {
                    changes.add(field.key());
                }
            }
        }
        return new FactsReader(new Facts(organisation, event, on, values, changes, old), Set.copyOf(wrong));
    }

    private static void put(Field field, @Nullable List<String> typed, Map<String, Object> values, Set<String> wrong) {
        List<String> filled = Objects.requireNonNullElse(typed, List.<String>of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        if (filled.isEmpty()) {
            return;
        }
        if (field.type() == FieldType.CODES) {
            values.put(field.key(), filled);
        } else {
            value(field.type(), filled.getFirst())
                    .ifPresentOrElse(value -> values.put(field.key(), value), () -> wrong.add(field.key()));
        }
    }

    private static Optional<Object> value(FieldType type, String text) {
        try {
            return switch (type) {
                case TEXT, CODE, REFERENCE, CODES -> Optional.of(text);
                case NUMBER ->
                    text.length() > LONGEST_NUMBER
                                    || text.toLowerCase(Locale.ROOT).contains("e")
                            ? Optional.empty()
                            : Optional.of(new BigDecimal(text));
                case DATE -> Optional.of(LocalDate.parse(text));
                case YES_NO ->
                    text.equals("true") || text.equals("false") ? Optional.of(Boolean.valueOf(text)) : Optional.empty();
            };
        } catch (NumberFormatException | DateTimeException none) {
            return Optional.empty();
        }
    }
}
