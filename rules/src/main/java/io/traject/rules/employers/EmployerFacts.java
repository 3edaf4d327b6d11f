package io.traject.rules.employers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the completeness of an employer's registration is judged by.
 *
 * @param country where it is established, ISO 3166-1
 * @param legalForm its code, when it is known
 * @param vatCountry whose VAT number it has, when it has one that can be read
 * @param fields those that the registration asks for, filled in or not
 */
public record EmployerFacts(
        String country,
        @Nullable String legalForm,
        @Nullable String vatCountry,
        List<Field> fields) {

    public EmployerFacts {
        fields = List.copyOf(fields);
    }

    /**
     * A field of the registration.
     *
     * @param key its name
     * @param required whether the profile configuration requires it
     * @param content what is in it
     */
    public record Field(String key, boolean required, Content content) {}

    /** How far a field is filled in. */
    public enum Content {
        NONE,
        /** Of an address some parts are there and others are not. */
        IN_PART,
        /** It has not the form that it should have. */
        NOT_READABLE,
        GOOD
    }
}
