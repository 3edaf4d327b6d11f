package io.traject.web;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * An entry of the left rail. Each room contributes its own as beans.
 *
 * @param key names the entry among all
 * @param parent key of the entry it stands under
 * @param messageKey of its label
 * @param path of its page; without one it is the heading of the entries under it and disappears with the last of them
 * @param icon id in {@code static/images/icons.svg}
 * @param order among the entries of the same parent
 * @param visible asked in each request
 */
public record NavigationEntry(
        String key,
        Optional<String> parent,
        String messageKey,
        Optional<String> path,
        String icon,
        int order,
        BooleanSupplier visible) {

    public static NavigationEntry of(String key, String messageKey, String path, String icon, int order) {
        return new NavigationEntry(key, Optional.empty(), messageKey, Optional.of(path), icon, order, () -> true);
    }

    /** A heading for the entries under it. */
    public static NavigationEntry heading(String key, String messageKey, String icon, int order) {
        return new NavigationEntry(key, Optional.empty(), messageKey, Optional.empty(), icon, order, () -> true);
    }

    public NavigationEntry under(String parentKey) {
        return new NavigationEntry(key, Optional.of(parentKey), messageKey, path, icon, order, visible);
    }

    /** Shows the entry only when the condition holds, mostly {@code () -> authorization.may(...)}. */
    public NavigationEntry when(BooleanSupplier condition) {
        return new NavigationEntry(key, parent, messageKey, path, icon, order, condition);
    }

    /** Whether the page at this path belongs to the entry. */
    boolean covers(String requestPath) {
        return path.filter(own -> requestPath.equals(own) || (!own.equals("/") && requestPath.startsWith(own + "/")))
                .isPresent();
    }
}
