package io.traject.settings;

import io.traject.access.Permission;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Something to do from a file, which each organisation offers in a way of its own (A7): as a button or as an entry of the
 * action menu, under a name of its own, or not at all. Each room contributes its own as beans. The organisation decides
 * what is offered; what is allowed, the use case behind the link decides.
 *
 * @param key names it among those of its kind of file
 * @param permission without which nobody sees it
 * @param titleKey of its usual name
 * @param explanationKey of what it does, for who arranges the links
 * @param icon id in {@code static/images/icons.svg}
 * @param drastic whether it ends something for good
 * @param usual how it stands as long as the organisation has arranged nothing
 * @param path of the page behind it, for the file with this id; empty while it can't be done there
 */
public record ActionLink(
        String key,
        LinkPlace file,
        Permission permission,
        String titleKey,
        String explanationKey,
        String icon,
        boolean drastic,
        Usual usual,
        Function<UUID, Optional<String>> path) {

    /** How a link looks. */
    public enum Form {
        BUTTON,
        MENU
    }

    /** @param position among the links of the file, from 1 */
    public record Usual(boolean shown, Form form, int position) {}

    public ActionLink {
        if (!file.forms().contains(usual.form())) {
            throw new IllegalArgumentException("%s can't stand as %s on %s".formatted(key, usual.form(), file));
        }
    }
}
