package io.traject.triggers.editing;

import io.traject.events.EventCatalogue;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds conditions that name something that is not there any more, as a department that was removed. */
@Component
class CheckReferences {

    private final EventCatalogue events;
    private final FieldNames names;

    CheckReferences(EventCatalogue events, FieldNames names) {
        this.events = events;
        this.names = names;
    }

    /** Only for a condition without other mistakes. */
    List<TriggerMistake> check(UUID organisation, TriggerContent content) {
        Map<String, Field> references = events.fields(organisation, content.event()).stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .collect(Collectors.toMap(Field::key, Function.identity()));
        return visit(content.condition(), "condition", (test, place) -> {
                    Field field = references.get(test.field());
                    return field == null ? Stream.empty() : gone(organisation, content.event(), field, test, place);
                })
                .toList();
    }

    private interface Visitor {
        Stream<TriggerMistake> visit(Condition.Test test, String place);
    }

    private static Stream<TriggerMistake> visit(Condition condition, String place, Visitor visitor) {
        return switch (condition) {
            case Condition.All(List<Condition> of) -> visit(of, place, visitor);
            case Condition.Any(List<Condition> of) -> visit(of, place, visitor);
            case Condition.Not(Condition of) -> visit(List.of(of), place, visitor);
            case Condition.Test test -> visitor.visit(test, place);
        };
    }

    private static Stream<TriggerMistake> visit(List<Condition> parts, String place, Visitor visitor) {
        return IntStream.range(0, parts.size())
                .boxed()
                .flatMap(index -> visit(parts.get(index), place + "." + index, visitor));
    }

    private Stream<TriggerMistake> gone(
            UUID organisation, String event, Field field, Condition.Test test, String place) {
        return IntStream.range(0, test.operands().size())
                .filter(index -> names.named(
                                organisation, event, field, test.operands().get(index), Language.NL)
                        .isEmpty())
                .mapToObj(index -> TriggerMistake.of(place + ".values." + index, "value-gone"));
    }
}
