package io.traject.triggers.web;

import io.traject.events.EventCatalogue;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import io.traject.rules.triggers.Operator;
import io.traject.triggers.editing.FieldNames;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.UsedFields;
import io.traject.triggers.web.ConditionNode.Kind;
import io.traject.triggers.web.EditorView.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The fields to fill in for trying a trigger. */
@Component
class TestFields {

    private final EventCatalogue events;
    private final FieldNames names;
    private final QuestionnaireNames questionnaireNames;
    private final MessageSource messages;

    TestFields(EventCatalogue events, FieldNames names, QuestionnaireNames questionnaireNames, MessageSource messages) {
        this.events = events;
        this.names = names;
        this.questionnaireNames = questionnaireNames;
        this.messages = messages;
    }

    /**
     * A field to fill in.
     *
     * @param before what it was, for one that the event may change; otherwise nothing to fill in
     */
    record TestField(String key, String label, Value now, boolean changes, Value before, boolean changed) {

        public String id() {
            return EditorView.idOf("f." + key);
        }
    }

    /** @param all also those that the trigger doesn't look at */
    List<TestField> of(
            UUID organisation,
            TriggerContent content,
            boolean all,
            Map<String, List<String>> now,
            Map<String, List<String>> before,
            Set<String> changed,
            Language language) {
        List<Field> fields = events.fields(organisation, content.event());
        Set<String> used = UsedFields.of(content);
        NodeViews views =
                new NodeViews(organisation, content.event(), fields, names, questionnaireNames, messages, language);
        return fields.stream()
                .filter(field -> all || used.contains(field.key()))
                .map(field -> new TestField(
                        field.key(),
                        names.field(organisation, content.event(), field, language),
                        views.value(node(field, now), field),
                        field.changes(),
                        field.changes() ? views.value(node(field, before), field) : Value.NONE,
                        changed.contains(field.key())))
                .toList();
    }

    private static ConditionNode node(Field field, Map<String, List<String>> typed) {
        return new ConditionNode(
                Kind.TEST,
                false,
                field.key(),
                field.type() == FieldType.CODES ? Operator.ONE_OF : Operator.EQUALS,
                typed.getOrDefault(field.key(), List.of()),
                "",
                List.of());
    }
}
