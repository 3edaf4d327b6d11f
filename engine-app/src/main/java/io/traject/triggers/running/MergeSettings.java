package io.traject.triggers.running;

import io.traject.events.EventCatalogue;
import io.traject.events.EventSnapshot;
import io.traject.events.MergeSource;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.MergeText;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.actions.Setting;
import io.traject.triggers.actions.TriggerAction;
import io.traject.triggers.editing.FieldNames;
import io.traject.triggers.editing.MedicalFields;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts what is known into the settings of an action. What is merged is plain text and is never looked at again. */
@Component
public class MergeSettings {

    private static final int LONGEST_LINE = 500;

    private final EventCatalogue catalogue;
    private final FieldNames names;
    private final Languages languages;

    MergeSettings(EventCatalogue catalogue, FieldNames names, Languages languages) {
        this.catalogue = catalogue;
        this.names = names;
        this.languages = languages;
    }

    /** The settings of the action with their fields merged, in the language that each is written in. */
    public Map<String, String> merged(ChosenAction chosen, TriggerAction action, EventSnapshot event) {
        Map<Language, Map<String, String>> values = new HashMap<>();
        Map<String, Field> fields = catalogue.fields(event.organisation(), event.type()).stream()
                .filter(field -> !MedicalFields.includes(field))
                .collect(Collectors.toMap(Field::key, Function.identity()));
        Map<String, String> merged = new HashMap<>();
        for (Setting setting : action.settings()) {
            String text = chosen.settings().get(setting.key());
            if (text != null) {
                Language language = setting.language().orElse(languages.standard());
                merged.put(
                        setting.key(),
                        switch (setting.form()) {
                            case LINE ->
                                line(merge(
                                        text,
                                        fields,
                                        event,
                                        values.computeIfAbsent(language, in -> texts(event, in)),
                                        language));
                            case TEXT ->
                                merge(
                                        text,
                                        fields,
                                        event,
                                        values.computeIfAbsent(language, in -> texts(event, in)),
                                        language);
                            case NUMBER, YES_NO, CHOICE -> text;
                        });
            }
        }
        return merged;
    }

    private String merge(
            String text, Map<String, Field> fields, EventSnapshot event, Map<String, String> texts, Language language) {
        return MergeText.of(text)
                .merge(key -> texts.containsKey(key)
                        ? texts.get(key)
                        : Optional.ofNullable(fields.get(key))
                                .map(field -> written(event, field, language))
                                .orElse(""));
    }

    private Map<String, String> texts(EventSnapshot event, Language language) {
        Map<String, String> texts = new HashMap<>();
        event.things().forEach((kind, id) -> {
            for (MergeSource source : catalogue.mergeSources(kind)) {
                source.values(id, language).ifPresent(texts::putAll);
            }
        });
        return texts;
    }

    private String written(EventSnapshot event, Field field, Language language) {
        @Nullable Object value = event.facts().now().get(field.key());
        return switch (value) {
            case null -> "";
            case LocalDate day ->
                day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.locale()));
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case Collection<?> several ->
                several.stream()
                        .map(one -> names.value(event.organisation(), event.type(), field, one.toString(), language))
                        .collect(Collectors.joining(", "));
            default -> names.value(event.organisation(), event.type(), field, value.toString(), language);
        };
    }

    /** What was merged into a line may not break it. */
    private static String line(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE);
    }
}
