package io.traject.triggers.editing;

import io.traject.events.EventCatalogue;
import io.traject.events.FactSource.Choice;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import io.traject.rules.triggers.Operator;
import io.traject.triggers.actions.ActionCatalogue;
import io.traject.triggers.actions.ChosenAction;
import io.traject.triggers.actions.Setting;
import io.traject.triggers.actions.Setting.Form;
import io.traject.triggers.actions.TriggerAction;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a trigger, or a part of it, in words. */
@Component
public class RuleWords {

    private static final int LONGEST_QUOTE = 80;

    private final EventCatalogue events;
    private final ActionCatalogue actions;
    private final FieldNames names;
    private final MessageSource messages;

    RuleWords(EventCatalogue events, ActionCatalogue actions, FieldNames names, MessageSource messages) {
        this.events = events;
        this.actions = actions;
        this.names = names;
        this.messages = messages;
    }

    /** For one event of one organisation, in one language. */
    public Teller of(UUID organisation, String event, Language language) {
        return new Teller(
                organisation,
                event,
                events.fields(organisation, event).stream().collect(Collectors.toMap(Field::key, Function.identity())),
                language);
    }

    /** The whole rule in one sentence. */
    public String sentence(UUID organisation, TriggerContent content, Language language) {
        Teller teller = of(organisation, content.event(), language);
        String done = content.actions().isEmpty()
                ? teller.text("triggers.sentence.nothing")
                : content.actions().stream()
                        .map(teller::action)
                        .collect(Collectors.joining("; " + teller.text("triggers.sentence.then") + " "));
        Optional<CountedDays> days = CountedDays.of(content);
        if (days.isPresent()) {
            Condition others = days.get().others();
            String when = teller.days(days.get().days());
            return isEmpty(others)
                    ? teller.text("triggers.sentence.days.always", when, done)
                    : teller.text("triggers.sentence.days.if", when, teller.whole(others), done);
        }
        String event = names.event(content.event(), language);
        return isEmpty(content.condition())
                ? teller.text("triggers.sentence.always", event, done)
                : teller.text("triggers.sentence.if", event, teller.whole(content.condition()), done);
    }

    private static boolean isEmpty(Condition condition) {
        return condition instanceof Condition.All(List<Condition> of) && of.isEmpty();
    }

    /** Tells of the conditions and actions of triggers that are about one event. */
    public final class Teller {

        private final UUID organisation;
        private final String event;
        private final Map<String, Field> fields;
        private final Language language;

        private Teller(UUID organisation, String event, Map<String, Field> fields, Language language) {
            this.organisation = organisation;
            this.event = event;
            this.fields = fields;
            this.language = language;
        }

        private String whole(Condition condition) {
            return condition instanceof Condition.All(List<Condition> of)
                    ? joined(of, "triggers.sentence.and")
                    : condition(condition);
        }

        /** When it is that many days after the date of the event: the beginning of a sentence. */
        private String days(List<BigDecimal> days) {
            String date = text("event." + event + ".date");
            String when = days.stream()
                    .map(number -> text(
                            "triggers.sentence.days."
                                    + List.of("before", "on", "after").get(number.signum() + 1),
                            number.abs(),
                            date))
                    .collect(Collectors.joining(between("triggers.sentence.or")));
            return when.substring(0, 1).toUpperCase(language.locale()) + when.substring(1);
        }

        /** A part of the conditions with everything in it; a group stands in brackets. */
        public String condition(Condition condition) {
            return switch (condition) {
                case Condition.All(List<Condition> of) -> "(" + joined(of, "triggers.sentence.and") + ")";
                case Condition.Any(List<Condition> of) -> "(" + joined(of, "triggers.sentence.or") + ")";
                case Condition.Not(Condition.Test test) -> test(test, true);
                case Condition.Not(Condition of) -> text("triggers.sentence.not", condition(of));
                case Condition.Test test -> test(test, false);
            };
        }

        private String joined(List<Condition> conditions, String between) {
            return conditions.isEmpty()
                    ? text("triggers.sentence.noCondition")
                    : conditions.stream().map(this::condition).collect(Collectors.joining(between(between)));
        }

        private String test(Condition.Test test, boolean negated) {
            String values = test.operands().isEmpty()
                    ? "…"
                    : test.operands().stream()
                            .map(value -> value(test.field(), test.operator(), value))
                            .collect(Collectors.joining(between("triggers.sentence.or")));
            String key = "triggers.sentence." + (negated ? "not." : "")
                    + test.operator().name();
            return text(key, field(test.field()), values);
        }

        /** What a field is called, also one that only texts can be merged with. */
        public String field(String key) {
            Field field = fields.get(key);
            if (field == null) {
                return key.isEmpty() ? "…" : names.named(key, language).orElse(key);
            }
            return names.field(organisation, event, field, language);
        }

        private String value(String key, Operator operator, String value) {
            Field field = fields.get(key);
            if (field == null || operator == Operator.IN_LAST_DAYS) {
                return value;
            }
            return field.type() == FieldType.TEXT ? quoted(value) : value(field, value);
        }

        /** A value of a field in canonical form, as the reader writes it. */
        public String value(Field field, String value) {
            return switch (field.type()) {
                case DATE -> date(value);
                case NUMBER -> language == Language.NL ? value.replace('.', ',') : value;
                default -> names.value(organisation, event, field, value, language);
            };
        }

        /** A value that a field had, in words; empty for none. */
        public Optional<String> seen(String key, @Nullable Object value) {
            Field field = fields.get(key);
            return Optional.ofNullable(value)
                    .map(one -> one instanceof Collection<?> several ? several : List.of(one))
                    .map(several -> several.stream()
                            .map(one -> one instanceof BigDecimal number ? number.toPlainString() : one.toString())
                            .map(text -> field == null ? text : value(field, text))
                            .collect(Collectors.joining(", ")));
        }

        /** What an action is called. */
        public String kind(String kind) {
            String key = "trigger.action." + kind;
            String text = messages.getMessage(key, null, kind, language.locale());
            return text == null ? kind : text;
        }

        /** What a setting of an action is called. */
        public String setting(String kind, String key) {
            String text = messages.getMessage("trigger.action." + kind + "." + key, null, key, language.locale());
            return text == null ? key : text;
        }

        /** A setting as it is filled in. */
        public String settingValue(String kind, Setting setting, String value) {
            return switch (setting.form()) {
                case CHOICE ->
                    actions.find(kind).stream()
                            .flatMap(action -> action.choices(organisation, setting.key(), language).stream())
                            .filter(choice -> choice.value().equals(value))
                            .map(Choice::label)
                            .findFirst()
                            .orElse(value);
                case YES_NO -> value.equals("true") || value.equals("false") ? text("triggers.value." + value) : value;
                case LINE, TEXT, NUMBER -> value;
            };
        }

        /** An action with the settings that are filled in. */
        public String action(ChosenAction chosen) {
            String settings = actions.find(chosen.kind()).stream()
                    .flatMap(action -> action.settings().stream())
                    .flatMap(setting -> told(chosen, setting))
                    .collect(Collectors.joining(", "));
            return settings.isEmpty() ? kind(chosen.kind()) : "%s (%s)".formatted(kind(chosen.kind()), settings);
        }

        /** An action with each of its settings, as it would be done. */
        public ToldAction told(ChosenAction chosen) {
            List<Setting> known =
                    actions.find(chosen.kind()).map(TriggerAction::settings).orElse(List.of());
            return new ToldAction(
                    kind(chosen.kind()),
                    known.stream()
                            .filter(setting -> chosen.settings().containsKey(setting.key()))
                            .map(setting -> new ToldAction.Setting(
                                    setting(chosen.kind(), setting.key()),
                                    settingValue(
                                            chosen.kind(),
                                            setting,
                                            chosen.settings().getOrDefault(setting.key(), ""))))
                            .toList());
        }

        private Stream<String> told(ChosenAction chosen, Setting setting) {
            String value = chosen.settings().getOrDefault(setting.key(), "");
            if (value.isBlank() || (setting.form() == Form.YES_NO && !value.equals("true"))) {
                return Stream.empty();
            }
            String label = setting(chosen.kind(), setting.key());
            return Stream.of(
                    setting.form() == Form.YES_NO
                            ? label
                            : label + ": " + quoted(settingValue(chosen.kind(), setting, value)));
        }

        /** A day, as the reader writes it. */
        public String day(LocalDate day) {
            return date(day.toString());
        }

        private String date(String value) {
            try {
                return LocalDate.parse(value)
                        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                .withLocale(language.locale()));
            } catch (DateTimeException none) {
                return value;
            }
        }

        private String quoted(String value) {
            String line = value.replaceAll("\\s+", " ");
            return "“%s”".formatted(line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…");
        }

        private String between(String key) {
            return " " + text(key) + " ";
        }

        private String text(String key, Object... arguments) {
            return messages.getMessage(key, arguments, language.locale());
        }
    }
}
