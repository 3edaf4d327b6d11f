package io.traject.organisation.employers;

import java.util.Arrays;
import java.util.Optional;

/** In which legal form an employer is established. */
public enum LegalForm {
    /** Private limited company. */
    BV,
    /** Public limited company. */
    NV,
    /** General partnership. */
    VOF,
    /** Limited partnership. */
    CV,
    COOPERATIVE,
    FOUNDATION,
    ASSOCIATION,
    /** Partnership of professionals (maatschap). */
    PARTNERSHIP,
    SOLE_PROPRIETORSHIP,
    PUBLIC_BODY,
    /** Somebody who employs people at home. */
    PRIVATE_PERSON,
    OTHER;

    public static Optional<LegalForm> ofCode(String code) {
        return Arrays.stream(values()).filter(form -> form.name().equals(code)).findFirst();
    }

    public String labelKey() {
        return "organisation.employers.legalForm." + name();
    }
}
