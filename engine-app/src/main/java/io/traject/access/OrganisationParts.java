package io.traject.access;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The parts of organisations, as an administrator chooses from them; implemented by the room that keeps them. */
public interface OrganisationParts {

    /**
     * A part.
     *
     * @param kind what it is, in capitals
     * @param above the names of what it lies in, from the organisation down
     * @param divided whether something lies below it
     */
    record Entry(UUID id, String kind, String name, List<String> above, boolean divided) {

        public Entry {
            above = List.copyOf(above);
        }
    }

    /** What lies directly below, by kind and name: the first of them. */
    List<Entry> below(UUID node, int limit);

    /** Those of the organisation with the text in their name, or as their code, by name: the first of them. */
    List<Entry> find(UUID organisation, String text, int limit);

    /** Those with these ids, by name, also when they were put away. */
    List<Entry> named(Collection<UUID> nodes);
}
