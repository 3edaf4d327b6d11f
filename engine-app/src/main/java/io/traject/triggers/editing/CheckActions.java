package io.traject.triggers.editing;

import io.traject.events.DeclaredEvent;
import io.traject.events.EventCatalogue;
import io.traject.events.FactSource.Choice;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.MergeText;
import io.traject.triggers.actions.ActionCatalogue;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.actions.Setting;
import io.traject.triggers.actions.TriggerAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what is wrong with the actions of a trigger and with their settings. */
@Component
class CheckActions {

    static final int MOST_ACTIONS = 20;
    private static final int LONGEST_LINE = 500;
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    private final EventCatalogue events;
    private final ActionCatalogue actions;

    CheckActions(EventCatalogue events, ActionCatalogue actions) {
        this.events = events;
        this.actions = actions;
    }

    List<TriggerMistake> check(UUID organisation, TriggerContent content) {
        DeclaredEvent event = events.event(content.event()).orElseThrow();
        Set<String> keys = events.mergeFields(organisation, content.event()).stream()
                .map(Field::key)
                .collect(Collectors.toSet());
        List<TriggerMistake> mistakes = new ArrayList<>();
        if (content.actions().isEmpty()) {
            mistakes.add(TriggerMistake.of("actions", "no-actions"));
        }
        if (content.actions().size() > MOST_ACTIONS) {
            mistakes.add(TriggerMistake.of("actions", "too-many-actions", MOST_ACTIONS));
        }
        for (int i = 0; i < content.actions().size(); i++) {
            ChosenAction chosen = content.actions().get(i);
            String place = "actions." + i;
            Optional<TriggerAction> action = actions.find(chosen.kind());
            if (action.isEmpty()) {
                mistakes.add(TriggerMistake.of(place, "action-unknown", chosen.kind()));
            } else if (!ActionCatalogue.fits(action.get(), event)) {
                mistakes.add(TriggerMistake.of(place, "action-unfit"));
            } else {
                check(organisation, event, chosen, action.get(), keys, place).forEach(mistakes::add);
            }
        }
        return mistakes;
    }

    private static Stream<TriggerMistake> check(
            UUID organisation,
            DeclaredEvent event,
            ChosenAction chosen,
            TriggerAction action,
            Set<String> fields,
            String place) {
        Set<String> known = action.settings().stream().map(Setting::key).collect(Collectors.toSet());
        List<TriggerMistake> mistakes = new ArrayList<>();
        chosen.settings().keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> mistakes.add(TriggerMistake.of(place, "setting-unknown", key)));
        for (Setting setting : action.settings()) {
            String value = chosen.settings().getOrDefault(setting.key(), "");
            String there = place + "." + setting.key();
            if (!value.isBlank()) {
                check(organisation, event, action, setting, value, fields, there)
                        .forEach(mistakes::add);
            } else if (setting.required()) {
                mistakes.add(TriggerMistake.of(there, "setting-missing"));
            }
        }
        if (mistakes.isEmpty()) {
            action.mistakes(organisation, chosen.settings())
                    .forEach((key, code) -> mistakes.add(TriggerMistake.of(place + "." + key, code)));
        }
        return mistakes.stream();
    }

    private static Stream<TriggerMistake> check(
            UUID organisation,
            DeclaredEvent event,
            TriggerAction action,
            Setting setting,
            String value,
            Set<String> fields,
            String place) {
        return switch (setting.form()) {
            case LINE ->
                value.length() > LONGEST_LINE || value.contains("\n")
                        ? Stream.of(TriggerMistake.of(place, "line-too-long", LONGEST_LINE))
                        : merging(value, fields, place);
            case TEXT -> merging(value, fields, place);
            case NUMBER -> wrong(!WHOLE_NUMBER.matcher(value).matches(), place, "not-a-whole-number");
            case YES_NO -> wrong(!value.equals("true") && !value.equals("false"), place, "not-yes-or-no");
            case CHOICE -> {
                boolean gone = action.choices(organisation, setting.key(), Language.NL).stream()
                        .map(Choice::value)
                        .noneMatch(value::equals);
                yield gone
                        ? Stream.of(TriggerMistake.of(place, "choice-gone"))
                        : wrong(!action.fits(event, setting.key(), value), place, "choice-unfit");
            }
        };
    }

    private static Stream<TriggerMistake> merging(String value, Set<String> fields, String place) {
        Set<String> mergeable =
                fields.stream().filter(key -> !MedicalFields.includes(key)).collect(Collectors.toSet());
        return MergeText.check(value, mergeable).stream()
                .map(mistake -> mistake.code().equals("field-unknown") && MedicalFields.includes(mistake.subject())
                        ? TriggerMistake.of(place, "merge-medical", mistake.line(), mistake.column(), mistake.subject())
                        : TriggerMistake.of(
                                place, "merge-" + mistake.code(), mistake.line(), mistake.column(), mistake.subject()));
    }

    private static Stream<TriggerMistake> wrong(boolean is, String place, String code) {
        return is ? Stream.of(TriggerMistake.of(place, code)) : Stream.empty();
    }
}
