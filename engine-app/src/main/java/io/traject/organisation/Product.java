package io.traject.organisation;

import java.util.Locale;

/** What an installation offers its municipalities, each of which has it or not (C9). */
public enum Product {
    RE_EXAMINATION;

    /** As in addresses and message keys: {@code re-examination}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
