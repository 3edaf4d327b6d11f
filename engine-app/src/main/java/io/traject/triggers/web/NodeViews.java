package io.traject.triggers.web;

import io.traject.events.FactSource.Choice;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import io.traject.rules.triggers.Operator;
import io.traject.triggers.editing.FieldNames;
import io.traject.triggers.web.ConditionNode.Kind;
import io.traject.triggers.web.EditorView.Chosen;
import io.traject.triggers.web.EditorView.Node;
import io.traject.triggers.web.EditorView.Position;
import io.traject.triggers.web.EditorView.Value;
import io.traject.triggers.web.QuestionnaireFields.Key;
import io.traject.web.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;

/** Shows the conditions of a trigger about one event, in one language. */
final class NodeViews {

    private static final int MANY = 50;

    /** What people say in the negative; of the others the negation is said by a group. */
    private static final Set<Operator> NEGATED = EnumSet.of(
            Operator.EQUALS,
            Operator.ONE_OF,
            Operator.CONTAINS,
            Operator.IN_LAST_DAYS,
            Operator.EMPTY,
            Operator.CHANGED);

    private final UUID organisation;
    private final String event;
    private final Map<String, Field> fields;
    private final QuestionnaireFields questionnaires;
    private final FieldNames names;
    private final QuestionnaireNames questionnaireNames;
    private final MessageSource messages;
    private final Language language;

    NodeViews(
            UUID organisation,
            String event,
            List<Field> fields,
            FieldNames names,
            QuestionnaireNames questionnaireNames,
            MessageSource messages,
            Language language) {
        this.organisation = organisation;
        this.event = event;
        this.fields = fields.stream()
                .collect(Collectors.toMap(Field::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        this.questionnaires = new QuestionnaireFields(fields);
        this.names = names;
        this.questionnaireNames = questionnaireNames;
        this.messages = messages;
        this.language = language;
    }

    QuestionnaireFields questionnaires() {
        return questionnaires;
    }

    Node node(ConditionNode node, String path, Position position) {
        return node.kind() == Kind.TEST ? test(node, path, position) : group(node, path, position);
    }

    private Node group(ConditionNode node, String path, Position position) {
        int last = node.parts().size() - 1;
        List<Node> parts = IntStream.rangeClosed(0, last)
                .mapToObj(index -> node(
                        node.parts().get(index),
                        path + "." + index,
                        new Position(position.depth() + 1, index == 0, index == last)))
                .toList();
        String kind = (node.negated() ? TriggerFormReader.NEGATED : "") + node.kind();
        return new Node(
                path,
                true,
                kind,
                parts,
                position,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                Value.NONE);
    }

    private Node test(ConditionNode node, String path, Position position) {
        Optional<Key> key = Key.parse(node.field());
        Optional<Field> field = Optional.ofNullable(fields.get(node.field()));
        return new Node(
                path,
                false,
                "TEST",
                List.of(),
                position,
                node.field(),
                key.map(Key::source).orElse(""),
                key.map(Key::questionnaire).orElse(""),
                key.map(Key::part).orElse(""),
                key.isPresent() ? List.of() : fieldOptions(node.field()),
                key.map(this::questionnaireOptions).orElse(List.of()),
                key.map(this::partOptions).orElse(List.of()),
                key.map(this::sources).orElse(List.of()),
                operatorCode(node),
                operators(node, field),
                field.map(known -> value(node, known)).orElseGet(() -> unknown(node)));
    }

    /** By what they belong to; what is chosen and not known is there too. */
    private List<OptionGroup> fieldOptions(String chosen) {
        List<OptionGroup> groups = new ArrayList<>(grouped(fields.values().stream()
                .filter(field -> !QuestionnaireFields.isOne(field.key()))
                .toList()));
        if (!chosen.isEmpty() && !fields.containsKey(chosen)) {
            groups.add(new OptionGroup(text("triggers.editor.unknown"), List.of(new Option(chosen, chosen))));
        }
        return groups;
    }

    List<OptionGroup> grouped(List<Field> all) {
        Map<String, List<Option>> groups = new LinkedHashMap<>();
        all.forEach(field -> groups.computeIfAbsent(
                        field.key().substring(0, Math.max(0, field.key().indexOf('.'))), thing -> new ArrayList<>())
                .add(new Option(field.key(), names.field(organisation, event, field, language))));
        return groups.entrySet().stream()
                .map(group -> new OptionGroup(thing(group.getKey()), group.getValue()))
                .toList();
    }

    private String thing(String kind) {
        String text = messages.getMessage("triggers.thing." + kind, null, kind, language.locale());
        return text == null ? kind : text;
    }

    private List<Option> questionnaireOptions(Key key) {
        return withChosen(
                questionnaires.questionnaires(
                        key.score(), code -> questionnaireNames.questionnaire(organisation, code, language)),
                key.questionnaire());
    }

    private List<Option> partOptions(Key key) {
        return withChosen(
                questionnaires.parts(
                        key,
                        (field, one) -> questionnaireNames
                                .part(organisation, one, language)
                                .orElseGet(() -> names.field(organisation, event, field, language))),
                key.part());
    }

    private static List<Option> withChosen(List<Option> options, String chosen) {
        if (chosen.isEmpty()
                || options.stream().anyMatch(option -> option.value().equals(chosen))) {
            return options;
        }
        List<Option> more = new ArrayList<>(options);
        more.add(new Option(chosen, chosen));
        return more;
    }

    private List<Option> sources(Key key) {
        return key.score() || (!questionnaires.haveValue(key) && !key.source().equals(QuestionnaireFields.VALUE))
                ? List.of()
                : List.of(
                        new Option(QuestionnaireFields.ANSWER, text("triggers.editor.answer.option")),
                        new Option(QuestionnaireFields.VALUE, text("triggers.editor.answer.value")));
    }

    private static String operatorCode(ConditionNode node) {
        return code(node.operator(), node.negated());
    }

    private static String code(Operator operator, boolean negated) {
        return (negated ? TriggerFormReader.NEGATED : "") + operator.name();
    }

    private List<Option> operators(ConditionNode node, Optional<Field> field) {
        if (field.isEmpty()) {
            return List.of(operator(node.operator(), node.negated()));
        }
        List<Option> options = new ArrayList<>();
        Arrays.stream(Operator.values())
                .filter(operator -> operator.takes(field.get().type()))
                .filter(operator -> !operator.looksAtChange() || field.get().changes())
                .forEach(operator -> {
                    options.add(operator(operator, false));
                    if (NEGATED.contains(operator)) {
                        options.add(operator(operator, true));
                    }
                });
        String chosen = operatorCode(node);
        if (options.stream().noneMatch(option -> option.value().equals(chosen))) {
            options.add(operator(node.operator(), node.negated()));
        }
        return options;
    }

    private Option operator(Operator operator, boolean negated) {
        return new Option(code(operator, negated), text("operator." + (negated ? "not." : "") + operator.name()));
    }

    /** How the values of the comparison are filled in. */
    Value value(ConditionNode node, Field field) {
        Operator operator = node.operator();
        if (operator.operands() == Operator.Operands.NONE) {
            return Value.NONE;
        }
        boolean several = operator.operands() == Operator.Operands.SOME;
        if (operator == Operator.IN_LAST_DAYS) {
            return typed("days", node, field, false);
        }
        return switch (field.type()) {
            case TEXT -> typed(several ? "lines" : "text", node, field, several);
            case NUMBER -> typed(several ? "lines" : "number", node, field, several);
            case DATE -> typed("date", node, field, several);
            case YES_NO -> chosen("select", node, yesAndNo(), false);
            case CODE, CODES, REFERENCE -> fromChoices(node, field, several);
        };
    }

    private Value fromChoices(ConditionNode node, Field field, boolean several) {
        List<Choice> choices = names.choices(organisation, event, field, node.search(), language);
        boolean searched = field.options().isEmpty()
                && (choices.size() >= MANY || !node.search().isEmpty());
        if (choices.isEmpty() && !searched) {
            return typed(several ? "lines" : "text", node, field, several);
        }
        Map<String, Chosen> shown = new LinkedHashMap<>();
        List<String> values =
                several ? node.values() : node.values().stream().limit(1).toList();
        Map<String, String> labels = new HashMap<>();
        choices.forEach(choice -> labels.put(choice.value(), choice.label()));
        values.stream()
                .filter(value -> !labels.containsKey(value))
                .forEach(value -> shown.put(value, absent(field, value)));
        choices.forEach(choice -> shown.put(choice.value(), Chosen.of(choice, values.contains(choice.value()))));
        return new Value(several ? "checks" : "select", "", List.copyOf(shown.values()), searched, node.search());
    }

    /** Chosen before, and not among what is offered now. */
    private Chosen absent(Field field, String value) {
        Optional<String> name = names.named(organisation, event, field, value, language);
        return new Chosen(value, name.orElse(value), true, name.isEmpty());
    }

    private List<Choice> yesAndNo() {
        return List.of(
                new Choice("true", text("triggers.value.true")), new Choice("false", text("triggers.value.false")));
    }

    private static Value chosen(String form, ConditionNode node, List<Choice> choices, boolean searched) {
        return new Value(
                form,
                "",
                choices.stream()
                        .map(choice -> Chosen.of(choice, node.values().contains(choice.value())))
                        .toList(),
                searched,
                node.search());
    }

    private Value typed(String form, ConditionNode node, Field field, boolean several) {
        FieldType type = form.equals("days") ? FieldType.TEXT : field.type();
        return new Value(
                form,
                node.values().stream()
                        .limit(several ? Long.MAX_VALUE : 1)
                        .map(value -> TypedValue.typed(type, value, language))
                        .collect(Collectors.joining("\n")),
                List.of(),
                false,
                "");
    }

    /** Kept for the case that its field is there again. */
    private static Value unknown(ConditionNode node) {
        return node.values().isEmpty()
                ? Value.NONE
                : new Value("lines", String.join("\n", node.values()), List.of(), false, "");
    }

    private String text(String key) {
        return messages.getMessage(key, null, language.locale());
    }
}
