package io.traject.organisation.employers;

/**
 * Why a registration is not complete.
 *
 * @param field key of the field that it is about: {@code vatNumber}
 * @param code of the explanation, kebab-case and stable: {@code required-field-missing}
 */
public record Shortcoming(String field, String code) {

    public String messageKey() {
        return "organisation.employers.shortcoming." + code;
    }

    public String labelKey() {
        return "organisation.field." + field;
    }
}
