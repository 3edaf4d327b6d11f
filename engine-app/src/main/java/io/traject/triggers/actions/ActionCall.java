package io.traject.triggers.actions;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * An action about to be done.
 *
 * @param key the same each time it is tried: what is done under it must be done once
 * @param organisation whose trigger it is
 * @param trigger name of the trigger
 * @param event id of the event
 * @param things ids of what the event knew, by kind: {@code case}, {@code employee}, {@code employer}
 * @param settings with their fields merged
 */
public record ActionCall(
        UUID key,
        UUID organisation,
        String trigger,
        UUID event,
        Map<String, UUID> things,
        Map<String, String> settings) {

    public ActionCall {
        things = Map.copyOf(things);
        settings = Map.copyOf(settings);
    }

    public Optional<UUID> thing(String kind) {
        return Optional.ofNullable(things.get(kind));
    }

    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key)).filter(text -> !text.isBlank());
    }

    public boolean isSet(String key) {
        return Boolean.parseBoolean(settings.get(key));
    }
}
