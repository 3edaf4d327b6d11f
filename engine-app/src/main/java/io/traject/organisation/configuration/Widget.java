package io.traject.organisation.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A part of a page that shows somebody or something in brief. */
public enum Widget {
    EMPLOYER,
    EMPLOYMENT,
    EMPLOYEE;

    /** What it can show, in its order. */
    public List<WidgetField> fields() {
        return Arrays.stream(WidgetField.values())
                .filter(field -> field.widget() == this)
                .toList();
    }

    public String labelKey() {
        return "organisation.widget." + name().toLowerCase(Locale.ROOT);
    }
}
