package io.traject.events;

import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All events that triggers may be about, and what is known when they happen. */
@Component
public class EventCatalogue {

    private final Map<String, DeclaredEvent> events;
    private final Map<String, List<FactSource>> sources;
    private final Map<String, List<MergeSource>> texts;

    EventCatalogue(List<EventDeclarations> declarations, List<FactSource> sources, List<MergeSource> texts) {
        this.events = declarations.stream()
                .flatMap(room -> room.declared().stream())
                .collect(Collectors.toUnmodifiableMap(DeclaredEvent::type, Function.identity()));
        this.sources = sources.stream().collect(Collectors.groupingBy(FactSource::kind));
        this.texts = texts.stream().collect(Collectors.groupingBy(MergeSource::kind));
    }

    public List<DeclaredEvent> events() {
        return events.values().stream()
                .sorted(Comparator.comparing(DeclaredEvent::type))
                .toList();
    }

    public Optional<DeclaredEvent> event(String type) {
        return Optional.ofNullable(events.get(type));
    }

    /** Everything that is known when such an event of the organisation happens: its own fields first; none for an unknown type. */
    public List<Field> fields(UUID organisation, String type) {
        return event(type).map(event -> fields(organisation, event)).orElse(List.of());
    }

    private List<Field> fields(UUID organisation, DeclaredEvent event) {
        Set<String> seen = new HashSet<>();
        return Stream.concat(
                        event.fields().stream(),
                        event.about().stream()
                                .flatMap(kind -> sources(kind).stream())
                                .flatMap(source -> source.fields(organisation).stream()))
                .filter(field -> seen.add(field.key()))
                .map(field -> event.changing().contains(field.key()) ? field.changing() : field)
                .toList();
    }

    /** Everything that texts may be merged with when such an event happens: what is known, and what things are called. */
    public List<Field> mergeFields(UUID organisation, String type) {
        return Stream.concat(
                        fields(organisation, type).stream(),
                        event(type).map(DeclaredEvent::about).orElse(List.of()).stream()
                                .flatMap(kind -> mergeSources(kind).stream())
                                .flatMap(source -> source.keys().stream())
                                .map(key -> Field.of(key, FieldType.TEXT)))
                .toList();
    }

    /** Who can put things of the kind into words. */
    public Collection<MergeSource> mergeSources(String kind) {
        return texts.getOrDefault(kind, List.of());
    }

    /** Who can tell about things of the kind. */
    public Collection<FactSource> sources(String kind) {
        return sources.getOrDefault(kind, List.of());
    }
}
