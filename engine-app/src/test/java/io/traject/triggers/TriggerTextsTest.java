package io.traject.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.events.DeclaredEvent;
import io.traject.events.EventCatalogue;
import io.traject.events.FactSource;
import io.traject.kernel.Language;
import io.traject.kernel.ShippedRules;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.Operator;
import io.traject.testing.TestCases;
import io.traject.testing.TrajectTest;
import io.traject.triggers.actions.ActionCatalogue;
import io.traject.triggers.editing.FieldNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Everything that can be chosen for a trigger has a name that people read. */
@TrajectTest
class TriggerTextsTest {

    private static final String OF_TESTS = "testing";

    @Autowired
    EventCatalogue events;

    @Autowired
    ActionCatalogue actions;

    @Autowired
    List<ShippedRules> rules;

    @Autowired
    FieldNames names;

    @Autowired
    MessageSource messages;

    @Autowired
    TestCases cases;

    @ParameterizedTest
    @EnumSource
    void shouldNameEverythingThatCanBeChosen(Language language) {
        UUID organisation = cases.municipality();
        List<String> keys = new ArrayList<>();
        List<DeclaredEvent> declared = events.events().stream()
                .filter(event -> !event.type().startsWith(OF_TESTS))
                .toList();
        for (DeclaredEvent event : declared) {
            keys.add("event." + event.type());
            keys.add("triggers.thing." + event.subject());
            for (Field field : events.fields(organisation, event.type())) {
                if (!isNamed(organisation, event, field, language)) {
                    keys.add("field." + field.key());
                }
                keys.add(
                        "triggers.thing." + field.key().substring(0, field.key().indexOf('.')));
                field.options().stream()
                        .filter(option -> names.named(organisation, event.type(), field, option, language)
                                .isEmpty())
                        .forEach(option -> keys.add("field." + field.key() + "." + option));
            }
        }
        Arrays.stream(Operator.values())
                .flatMap(operator -> Stream.of(operator.name(), "not." + operator.name()))
                .forEach(name -> {
                    keys.add("operator." + name);
                    keys.add("triggers.sentence." + name);
                });
        actions.all().stream()
                .filter(action -> !action.kind().startsWith(OF_TESTS))
                .forEach(action -> {
                    keys.add("trigger.action." + action.kind());
                    action.settings()
                            .forEach(setting -> keys.add("trigger.action." + action.kind() + "." + setting.key()));
                });
        rules.forEach(set -> {
            keys.add(set.titleKey());
            set.shipped().forEach(rule -> keys.addAll(List.of(rule.nameKey(), rule.explanationKey())));
        });

        assertThat(keys.stream().distinct().filter(Predicate.not(key -> exists(key, language))))
                .isEmpty();
    }

    private boolean isNamed(UUID organisation, DeclaredEvent event, Field field, Language language) {
        return event.about().stream()
                .flatMap(kind -> events.sources(kind).stream())
                .map((FactSource source) -> source.label(organisation, field, language))
                .anyMatch(label -> label.isPresent());
    }

    private boolean exists(String key, Language language) {
        return messages.getMessage(key, null, null, language.locale()) != null;
    }
}
