package io.traject.events;

import io.traject.kernel.Language;
import io.traject.rules.triggers.Field;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What can be known about things of one kind. Rooms declare beans; several may tell of one kind. What it tells goes into the
 * snapshot of an event and stays there: ids, codes, numbers and days, never a name, an address or free text.
 */
public interface FactSource {

    /** {@code case}, {@code employee}, {@code employer}. */
    String kind();

    /** The fields that it can fill for things of this organisation. */
    List<Field> fields(UUID organisation);

    /** What is known of each; called in the transaction of the change, after everything was written to the database. */
    Map<UUID, Known> known(Collection<UUID> ids);

    /** To choose from for a code or reference without listed options, best first, at most 50. */
    default List<Choice> choices(UUID organisation, Field field, String search, Language language) {
        return List.of();
    }

    /** The label of a field that has no text of its own in the messages. */
    default Optional<String> label(UUID organisation, Field field, Language language) {
        return Optional.empty();
    }

    /** The name of a value of a code or reference without listed options. */
    default Optional<String> valueLabel(UUID organisation, Field field, String value, Language language) {
        return Optional.empty();
    }

    /** The numbers by which people call things that have one, by their ids; a number tells nothing else. */
    default Map<UUID, String> numbers(Collection<UUID> ids) {
        return Map.of();
    }

    /** The things of the organisation that are called by this number, in capitals or not. */
    default Set<UUID> numbered(UUID organisation, String number) {
        return Set.of();
    }

    /**
     * What is known of one thing.
     *
     * @param values by the keys of fields, of the class of the field's type; what has no value is left out
     * @param links ids of the things that it leads to, by their kind: a case to its {@code employee}
     */
    record Known(Map<String, Object> values, Map<String, UUID> links) {
        public Known {
            values = Map.copyOf(values);
            links = Map.copyOf(links);
        }
    }

    /** A value to choose. */
    record Choice(String value, String label) {}
}
