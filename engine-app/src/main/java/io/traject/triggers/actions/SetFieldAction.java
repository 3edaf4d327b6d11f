package io.traject.triggers.actions;

import static io.traject.triggers.actions.Setting.Form.CHOICE;

import io.traject.events.FactSource.Choice;
import io.traject.events.SettableField;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Sets a field that its room has declared settable. */
@Component
class SetFieldAction implements TriggerAction {

    private static final String FIELD = "field";
    private static final String SEPARATOR = "=";

    private final List<SettableField> fields;
    private final MessageSource messages;

    SetFieldAction(List<SettableField> fields, MessageSource messages) {
        this.fields = List.copyOf(fields);
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "set-field";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.required(FIELD, CHOICE));
    }

    @Override
    public Set<String> needs() {
        return fields.stream().map(SettableField::kind).collect(Collectors.toSet());
    }

    /** Field and value together, so that only what fits can be chosen. */
    @Override
    public List<Choice> choices(UUID organisation, String setting, Language language) {
        return fields.stream()
                .flatMap(field -> field.choices(language).stream()
                        .map(value -> new Choice(
                                field.key() + SEPARATOR + value.value(),
                                messages.getMessage("field." + field.key(), null, language.locale()) + ": "
                                        + value.label())))
                .toList();
    }

    @Override
    public Set<String> raises() {
        return fields.stream().flatMap(field -> field.raises().stream()).collect(Collectors.toSet());
    }

    @Override
    public Outcome<Done> run(ActionCall call) {
        String chosen = call.setting(FIELD).orElseThrow();
        String key = chosen.substring(0, chosen.indexOf(SEPARATOR));
        SettableField field =
                fields.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
        Optional<UUID> thing = call.thing(field.kind());
        if (thing.isEmpty()) {
            return Missing.thing(field.kind());
        }
        return field.set(thing.get(), chosen.substring(chosen.indexOf(SEPARATOR) + 1))
                .map(set -> Done.of("field-set", key));
    }
}
