package io.traject.access.audit;

import io.traject.access.AuditTrail.Value;
import io.traject.access.NotAudited;
import io.traject.access.RecordedAsIs;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** What the audit trail keeps of the fields of entities: by their types, and by their marks. */
final class AuditedFields {

    private enum Kept {
        AS_IT_IS,
        MASKED,
        NOTHING
    }

    private record Of(Class<?> type, String field) {}

    private final Map<Of, Kept> known = new ConcurrentHashMap<>();

    /** What is recorded of a field that changed. */
    Optional<Value> value(Class<?> type, String field, @Nullable Object before, @Nullable Object after) {
        if (isMany(before) || isMany(after) || (before == null && after == null)) {
            return Optional.empty();
        }
        return switch (kept(type, field)) {
            case AS_IT_IS -> Optional.of(Value.of(field, before, after));
            case MASKED -> Optional.of(masked(field));
            case NOTHING -> Optional.empty();
        };
    }

    /** What is recorded of a set, list or map that changed. */
    Optional<Value> collection(Class<?> type, String field, @Nullable Object before, @Nullable Object after) {
        if (kept(type, field) == Kept.NOTHING || (size(before) == 0 && size(after) == 0)) {
            return Optional.empty();
        }
        boolean asItIs = kept(type, field) == Kept.AS_IT_IS || (sayNothing(before) && sayNothing(after));
        return Optional.of(asItIs ? Value.of(field, text(before), text(after)) : masked(field));
    }

    private static Value masked(String field) {
        return new Value(field, Optional.empty(), Optional.empty(), true);
    }

    private Kept kept(Class<?> type, String field) {
        return known.computeIfAbsent(new Of(type, field), AuditedFields::decide);
    }

    private static Kept decide(Of of) {
        Field field = ReflectionUtils.findField(of.type(), of.field());
        if (field == null) {
            return Kept.MASKED;
        }
        if (field.isAnnotationPresent(Id.class)
                || field.isAnnotationPresent(Version.class)
                || field.isAnnotationPresent(NotAudited.class)) {
            return Kept.NOTHING;
        }
        return field.isAnnotationPresent(RecordedAsIs.class) || saysNothing(field.getType())
                ? Kept.AS_IT_IS
                : Kept.MASKED;
    }

    /** Whether values of the type say nothing about a person without the object that they are of. */
    private static boolean saysNothing(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || Number.class.isAssignableFrom(type)
                || type == Boolean.class
                || type == UUID.class
                || type == Instant.class;
    }

    private static boolean isMany(@Nullable Object value) {
        return value instanceof Collection<?> || value instanceof Map<?, ?>;
    }

    private static Collection<?> elements(@Nullable Object many) {
        return switch (many) {
            case Collection<?> collection -> collection;
            case Map<?, ?> map -> map.values(); // of a set, what is stored of it is a map
            case null, default -> List.of();
        };
    }

    private static int size(@Nullable Object many) {
        return elements(many).size();
    }

    private static boolean sayNothing(@Nullable Object many) {
        return elements(many).stream()
                .allMatch(element -> element instanceof Enum<?> || saysNothing(element.getClass()));
    }

    private static @Nullable String text(@Nullable Object many) {
        return many == null
                ? null
                : elements(many).stream().map(Objects::toString).sorted().collect(Collectors.joining(", "));
    }
}
