package io.traject.web;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A panel of the dashboard. Each room contributes its own as beans.
 *
 * @param key names the panel among all
 * @param fragment what it shows, such as {@code tasks/dashboard :: panel}; inside, the model is the variable {@code panel}
 * @param order among all panels
 * @param visible asked in each request, mostly {@code () -> authorization.may(...)}
 * @param model computed for each visible panel; null when there is nothing to show, and the panel then stays away
 */
public record DashboardPanel(
        String key, String fragment, int order, BooleanSupplier visible, Supplier<? extends @Nullable Object> model) {}
