package io.traject.triggers.editing;

import io.traject.events.EventCatalogue;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Facts;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.MergeText;
import io.traject.triggers.actions.ActionCatalogue;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.actions.Setting;
import io.traject.triggers.actions.TriggerAction;
import io.traject.triggers.editing.RuleWords.Teller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows what the texts of actions would say. What is not known stands there as what it is called. */
@Component
class MergePreview {

    private final EventCatalogue events;
    private final ActionCatalogue actions;
    private final RuleWords words;

    MergePreview(EventCatalogue events, ActionCatalogue actions, RuleWords words) {
        this.events = events;
        this.actions = actions;
        this.words = words;
    }

    /**
     * The actions with their texts merged.
     *
     * @param texts what is known beside the facts, by key
     */
    List<ChosenAction> merged(List<ChosenAction> chosen, Facts facts, Map<String, String> texts, Language language) {
        Teller teller = words.of(facts.organisation(), facts.event(), language);
        Map<String, Field> fields = events.fields(facts.organisation(), facts.event()).stream()
                .filter(field -> !MedicalFields.includes(field))
                .collect(Collectors.toMap(Field::key, Function.identity()));
        Function<String, String> values = key -> {
            String text = texts.get(key);
            if (text != null) {
                return text;
            }
            return fields.containsKey(key) && facts.now().containsKey(key)
                    ? teller.seen(key, facts.now().get(key)).orElse("")
                    : "‹" + teller.field(key) + "›";
        };
        return chosen.stream().map(action -> merged(action, values)).toList();
    }

    private ChosenAction merged(ChosenAction chosen, Function<String, String> values) {
        Map<String, String> settings = new HashMap<>(chosen.settings());
        actions.find(chosen.kind()).map(TriggerAction::settings).orElse(List.of()).stream()
                .filter(setting -> setting.form() == Setting.Form.LINE || setting.form() == Setting.Form.TEXT)
                .map(Setting::key)
                .forEach(key -> settings.computeIfPresent(
                        key, (same, text) -> MergeText.of(text).merge(values::apply)));
        return new ChosenAction(chosen.kind(), settings);
    }
}
