package io.traject.settings;

import java.util.UUID;
import java.util.function.Function;

/**
 * A setting of a municipality, on the page Admin > General. Each room contributes its own as beans, and takes the changes
 * at an address of its own.
 *
 * @param key names the setting among all; also its anchor on the page
 * @param fragment what it shows, such as {@code reexamination/reminders :: setting}; inside, the model is the variable
 *     {@code setting}, and {@code municipality} the one that is set
 * @param order among all settings
 * @param model computed for the municipality
 */
public record MunicipalitySetting(String key, String fragment, int order, Function<UUID, Object> model) {}
