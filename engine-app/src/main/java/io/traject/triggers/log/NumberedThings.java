package io.traject.triggers.log;

import io.traject.events.EventCatalogue;
import io.traject.events.EventSnapshots;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which cases and employees events were about, by the numbers that people give one another when something did not happen. */
@Component
class NumberedThings {

    private static final List<String> KINDS = List.of("case", "employee");
    private static final int NEWEST = 1_000;

    private final EventSnapshots snapshots;
    private final EventCatalogue catalogue;

    NumberedThings(EventSnapshots snapshots, EventCatalogue catalogue) {
        this.snapshots = snapshots;
        this.catalogue = catalogue;
    }

    /** The newest events about what has the number. */
    @Transactional(readOnly = true)
    public List<UUID> events(UUID organisation, String number) {
        return KINDS.stream()
                .flatMap(kind -> events(organisation, kind, numbered(organisation, kind, number)))
                .distinct()
                .toList();
    }

    private Stream<UUID> events(UUID organisation, String kind, Set<UUID> things) {
        return things.isEmpty() ? Stream.empty() : snapshots.about(organisation, kind, things, NEWEST).stream();
    }

    private Set<UUID> numbered(UUID organisation, String kind, String number) {
        return catalogue.sources(kind).stream()
                .flatMap(source -> source.numbered(organisation, number.strip()).stream())
                .collect(Collectors.toSet());
    }

    /** The numbers of what each event was about, by kind. */
    @Transactional(readOnly = true)
    public Map<UUID, Map<String, String>> of(Collection<UUID> events) {
        Map<UUID, Map<String, UUID>> things = snapshots.things(events);
        Map<String, Map<UUID, String>> numbers =
                KINDS.stream().collect(Collectors.toMap(kind -> kind, kind -> numbers(kind, things.values())));
        Map<UUID, Map<String, String>> told = new HashMap<>();
        things.forEach((event, about) -> told.put(event, told(about, numbers)));
        return told;
    }

    private Map<UUID, String> numbers(String kind, Collection<Map<String, UUID>> things) {
        Set<UUID> ids = things.stream()
                .flatMap(about -> Stream.ofNullable(about.get(kind)))
                .collect(Collectors.toSet());
        Map<UUID, String> numbers = new HashMap<>();
        catalogue.sources(kind).forEach(source -> numbers.putAll(source.numbers(ids)));
        return numbers;
    }

    private static Map<String, String> told(Map<String, UUID> about, Map<String, Map<UUID, String>> numbers) {
        Map<String, String> told = new HashMap<>();
        numbers.forEach((kind, byId) -> {
            @Nullable UUID thing = about.get(kind);
            @Nullable String number = thing == null ? null : byId.get(thing);
            if (number != null) {
                told.put(kind, number);
            }
        });
        return told;
    }
}
