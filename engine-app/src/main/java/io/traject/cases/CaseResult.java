package io.traject.cases;

import java.util.Locale;

/** With what result people close a case; none says anything of anybody's health. */
public enum CaseResult {
    COMPLETED,
    NO_LONGER_NEEDED,
    EMPLOYMENT_ENDED;

    /** As a case keeps it: {@code no-longer-needed}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
