package io.traject.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Somebody saved while the reader had the form open: what stands there now, where it differs from what the reader typed. The
 * form is shown again as it was typed, with the version of now, and with this on top ({@code parts/overtaken}).
 *
 * @param by who saved, as shown, where that is known
 */
public record Overtaken(Optional<String> by, List<Difference> differences) {

    /**
     * One field, in the reader's words.
     *
     * @param stored what stands there now; empty for nothing
     * @param typed what the reader typed; empty for nothing
     */
    public record Difference(String label, String stored, String typed) {}

    public Overtaken {
        differences = List.copyOf(differences);
    }

    /**
     * @param stored what stands there now, by label, in the order of the form
     * @param typed the same of what the reader typed
     */
    public static Overtaken between(Map<String, String> stored, Map<String, String> typed) {
        return new Overtaken(
                Optional.empty(),
                stored.entrySet().stream()
                        .map(field -> new Difference(
                                field.getKey(),
                                field.getValue(),
                                Objects.requireNonNullElse(typed.get(field.getKey()), "")))
                        .filter(difference -> !difference.stored().equals(difference.typed()))
                        .toList());
    }

    public Overtaken by(String name) {
        return new Overtaken(Optional.of(name), differences);
    }
}
