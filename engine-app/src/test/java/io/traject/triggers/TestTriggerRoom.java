package io.traject.triggers;

import io.traject.events.DeclaredEvent;
import io.traject.events.EventDeclarations;
import io.traject.events.FactSource;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import io.traject.triggers.actions.ActionCall;
import io.traject.triggers.actions.Setting;
import io.traject.triggers.actions.Setting.Form;
import io.traject.triggers.actions.TriggerAction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** A room of tests: two events with a field of every type, and actions with a setting of every form. Its actions do nothing. */
@Configuration
public class TestTriggerRoom {

    public static final String HAPPENED = "testing.happened";
    public static final String PINGED = "testing.pinged";

    /** Knows a place only here; every organisation has these. */
    public static final Map<String, String> PLACES = Map.of("p1", "Haarlem", "p2", "Zwolle <b>");

    @Bean
    EventDeclarations testingEvents() {
        return () -> List.of(
                DeclaredEvent.of(
                                HAPPENED,
                                "testing",
                                List.of("testing"),
                                Field.code("event.kind", List.of("a", "b")),
                                Field.of("event.amount", FieldType.NUMBER),
                                Field.of("event.day", FieldType.DATE),
                                Field.of("event.sure", FieldType.YES_NO),
                                Field.of("event.words", FieldType.TEXT))
                        .changing("testing.place"),
                DeclaredEvent.of(PINGED, "testing", List.of("testing"), Field.code("event.kind", List.of("a", "b"))),
                DeclaredEvent.of("testing.lonely", "nothing", List.of()));
    }

    @Component
    static class Things implements FactSource {

        @Override
        public String kind() {
            return "testing";
        }

        @Override
        public List<Field> fields(UUID organisation) {
            return List.of(
                    Field.of("testing.place", FieldType.REFERENCE),
                    Field.of("testing.tags", FieldType.CODES),
                    new Field("answer.health.smoking", FieldType.CODES, false, List.of("no", "yes")),
                    Field.of("value.health.smoking", FieldType.NUMBER),
                    Field.of("score.health.strain", FieldType.NUMBER));
        }

        @Override
        public Map<UUID, Known> known(Collection<UUID> ids) {
            return Map.of();
        }

        @Override
        public List<Choice> choices(UUID organisation, Field field, String search, Language language) {
            return field.key().equals("testing.place")
                    ? PLACES.entrySet().stream()
                            .filter(place -> place.getValue().toLowerCase().contains(search.toLowerCase()))
                            .map(place -> new Choice(place.getKey(), place.getValue()))
                            .toList()
                    : List.of();
        }

        @Override
        public Optional<String> valueLabel(UUID organisation, Field field, String value, Language language) {
            return field.key().equals("testing.place") ? Optional.ofNullable(PLACES.get(value)) : Optional.empty();
        }
    }

    @Component
    static class Note extends Silent {

        Note() {
            super("testing-note", Set.of());
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.required("title", Form.LINE),
                    Setting.optional("text", Form.TEXT),
                    Setting.optional("times", Form.NUMBER),
                    Setting.optional("aloud", Form.YES_NO),
                    Setting.optional("voice", Form.CHOICE));
        }

        @Override
        public List<FactSource.Choice> choices(UUID organisation, String setting, Language language) {
            return List.of(new FactSource.Choice("high", "High"), new FactSource.Choice("low", "Low"));
        }

        @Override
        public Map<String, String> mistakes(UUID organisation, Map<String, String> settings) {
            return settings.getOrDefault("title", "").contains("forbidden")
                    ? Map.of("title", "setting-missing")
                    : Map.of();
        }
    }

    @Component
    static class Echo extends Silent {

        Echo() {
            super("testing-echo", Set.of(HAPPENED));
        }
    }

    @Component
    static class Ping extends Silent {

        Ping() {
            super("testing-ping", Set.of(PINGED));
        }
    }

    private abstract static class Silent implements TriggerAction {

        private final String kind;
        private final Set<String> raises;

        Silent(String kind, Set<String> raises) {
            this.kind = kind;
            this.raises = raises;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public Set<String> needs() {
            return Set.of("testing");
        }

        @Override
        public Set<String> raises() {
            return raises;
        }

        @Override
        public Outcome<Done> run(ActionCall call) {
            return Outcome.done(Done.of("nothing"));
        }
    }
}
