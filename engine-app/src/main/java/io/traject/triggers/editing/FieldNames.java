package io.traject.triggers.editing;

import io.traject.events.DeclaredEvent;
import io.traject.events.EventCatalogue;
import io.traject.events.FactSource;
import io.traject.events.FactSource.Choice;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What events, fields and values are called. */
@Component
public class FieldNames {

    private final EventCatalogue events;
    private final MessageSource messages;

    FieldNames(EventCatalogue events, MessageSource messages) {
        this.events = events;
        this.messages = messages;
    }

    /** The type itself for an event that nobody named. */
    public String event(String type, Language language) {
        return text("event." + type, language).orElse(type);
    }

    /** By its text, or as the room calls it that can tell of it; the key itself for one that nobody named. */
    public String field(UUID organisation, String event, Field field, Language language) {
        return named(field.key(), language)
                .or(() -> told(event, source -> source.label(organisation, field, language)))
                .orElse(field.key());
    }

    /** By its text alone. */
    Optional<String> named(String key, Language language) {
        return text("field." + key, language);
    }

    /** What a value of a field is called; the value itself where that says enough. */
    public String value(UUID organisation, String event, Field field, String value, Language language) {
        return named(organisation, event, field, value, language).orElse(value);
    }

    /** The name that a value has, if it has one. */
    public Optional<String> named(UUID organisation, String event, Field field, String value, Language language) {
        return switch (field.type()) {
            case YES_NO -> text("triggers.value." + value, language);
            case TEXT, NUMBER, DATE -> Optional.empty();
            case CODE, CODES, REFERENCE ->
                told(event, source -> source.valueLabel(organisation, field, value, language))
                        .or(() -> text("field." + field.key() + "." + value, language));
        };
    }

    /** What can be chosen for the field. */
    public List<Choice> choices(UUID organisation, String event, Field field, String search, Language language) {
        if (!field.options().isEmpty()) {
            return field.options().stream()
                    .map(option -> new Choice(option, value(organisation, event, field, option, language)))
                    .toList();
        }
        return field.type() == FieldType.TEXT
                ? List.of()
                : sources(event)
                        .flatMap(source -> source.choices(organisation, field, search, language).stream())
                        .distinct()
                        .toList();
    }

    private Optional<String> told(String event, Function<FactSource, Optional<String>> telling) {
        return sources(event).flatMap(source -> telling.apply(source).stream()).findFirst();
    }

    private Stream<FactSource> sources(String event) {
        return events.event(event).map(DeclaredEvent::about).orElse(List.of()).stream()
                .flatMap(kind -> events.sources(kind).stream());
    }

    private Optional<String> text(String key, Language language) {
        return Optional.ofNullable(messages.getMessage(key, null, null, language.locale()));
    }
}
