package io.traject.organisation.configuration;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What one organisation asks when an employer is added.
 *
 * @param uses of every field
 * @param changed who changed it last; empty while it is as shipped
 * @param version for optimistic locking; {@value #AS_SHIPPED} while it is as shipped
 */
public record EmployerProfile(Map<EmployerField, FieldUse> uses, Optional<Changed> changed, long version) {

    public static final long AS_SHIPPED = -1;

    /** Fields without a use are used as usual. */
    public EmployerProfile {
        Map<EmployerField, FieldUse> given = uses;
        uses = Collections.unmodifiableMap(Arrays.stream(EmployerField.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        field -> given.getOrDefault(field, field.usual()),
                        (first, second) -> first,
                        () -> new EnumMap<>(EmployerField.class))));
    }

    public FieldUse use(EmployerField field) {
        return uses.getOrDefault(field, field.usual());
    }

    public boolean shows(EmployerField field) {
        return use(field) != FieldUse.HIDDEN;
    }

    public boolean requires(EmployerField field) {
        return use(field) == FieldUse.REQUIRED;
    }

    /** What the form asks for, in its order. */
    public List<EmployerField> shown() {
        return uses.keySet().stream().filter(this::shows).toList();
    }
}
