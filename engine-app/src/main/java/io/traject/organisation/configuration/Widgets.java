package io.traject.organisation.configuration;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the widgets of one organisation show.
 *
 * @param chosen the fields that somebody switched on or off
 * @param profile what "add employer" asks: what nobody is asked for is not shown
 * @param changed who changed it last; empty while it is as shipped
 * @param version for optimistic locking; {@value #AS_SHIPPED} while it is as shipped
 */
public record Widgets(
        Map<WidgetField, Boolean> chosen, EmployerProfile profile, Optional<Changed> changed, long version) {

    public static final long AS_SHIPPED = -1;

    public Widgets {
        Map<WidgetField, Boolean> copy = new EnumMap<>(WidgetField.class);
        copy.putAll(chosen);
        chosen = Map.copyOf(copy);
    }

    public boolean shows(WidgetField field) {
        return wants(field) && canShow(field);
    }

    /** Whether it is switched on, though perhaps nothing can be shown. */
    public boolean wants(WidgetField field) {
        return chosen.getOrDefault(field, field.usuallyShown());
    }

    /** Whether anybody is asked for what it shows. */
    public boolean canShow(WidgetField field) {
        return field.asked().map(profile::shows).orElse(true);
    }
}
