package io.traject.access;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something about somebody's health. To declare a value of this type is what marks it as medical: JSON leaves it out, texts
 * and logs show a mask, and only {@link #reveal} opens it, for nobody without {@link Permission#MEDICAL_VIEW}. No role of
 * an employer's side can hold that permission.
 */
@JsonIgnoreType
public final class Medical<T> {

    private static final String MASK = "(medical)";

    private final @Nullable T value;

    private Medical(@Nullable T value) {
        this.value = value;
    }

    public static <T> Medical<T> of(T value) {
        return new Medical<>(Objects.requireNonNull(value));
    }

    public static <T> Medical<T> nothing() {
        return new Medical<>(null);
    }

    /**
     * The value, if there is one and the actor may know it.
     *
     * @param node of the organisation, by which the actor reaches the person
     */
    public Optional<T> reveal(Authorization authorization, UUID node) {
        return authorization.may(Permission.MEDICAL_VIEW, node) ? Optional.ofNullable(value) : Optional.empty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Medical<?> that && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(value);
    }

    /** The same whether there is a value or not. */
    @Override
    public String toString() {
        return MASK;
    }

    /** Keeps a medical text in a column of its own. */
    @Converter
    public static final class Text implements AttributeConverter<Medical<String>, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable Medical<String> text) {
            return text == null ? null : text.value;
        }

        @Override
        public Medical<String> convertToEntityAttribute(@Nullable String column) {
            return new Medical<>(column);
        }
    }
}
