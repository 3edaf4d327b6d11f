package io.traject.triggers.web;

import io.traject.rules.triggers.Field;
import io.traject.web.Option;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The fields of an event that are about questionnaires: {@code answer.<questionnaire>.<question>} the options that were chosen,
 * {@code value.<questionnaire>.<question>} what they count for, {@code score.<questionnaire>.<score group>} a raw score. They are
 * chosen one step after the other, not from the list of all fields.
 */
record QuestionnaireFields(Collection<Field> fields) {

    static final String ANSWER = "answer";
    static final String VALUE = "value";
    static final String SCORE = "score";

    /** The key of such a field, in its steps. */
    record Key(String source, String questionnaire, String part) {

        static Optional<Key> parse(String key) {
            String[] steps = key.split("\\.", -1);
            return steps.length == 3 && List.of(ANSWER, VALUE, SCORE).contains(steps[0])
                    ? Optional.of(new Key(steps[0], steps[1], steps[2]))
                    : Optional.empty();
        }

        boolean score() {
            return source.equals(SCORE);
        }
    }

    static boolean isOne(String key) {
        return Key.parse(key).isPresent();
    }

    boolean haveAnswers() {
        return keys().anyMatch(key -> !key.score());
    }

    boolean haveScores() {
        return keys().anyMatch(Key::score);
    }

    /** Questionnaires with a question, or with a score. */
    List<Option> questionnaires(boolean score, UnaryOperator<String> label) {
        return keys().filter(key -> key.score() == score)
                .map(Key::questionnaire)
                .distinct()
                .map(code -> new Option(code, label.apply(code)))
                .toList();
    }

    /** Questions of the questionnaire, or its score groups. */
    List<Option> parts(Key chosen, BiFunction<Field, Key, String> label) {
        return fields.stream()
                .filter(field -> Key.parse(field.key())
                        .filter(key -> key.questionnaire().equals(chosen.questionnaire())
                                && key.source().equals(chosen.score() ? SCORE : ANSWER))
                        .isPresent())
                .map(field -> {
                    Key key = Key.parse(field.key()).orElseThrow();
                    return new Option(key.part(), label.apply(field, key));
                })
                .toList();
    }

    /** Whether the answers to the question count for something. */
    boolean haveValue(Key chosen) {
        return keys().anyMatch(new Key(VALUE, chosen.questionnaire(), chosen.part())::equals);
    }

    private Stream<Key> keys() {
        return fields.stream().flatMap(field -> Key.parse(field.key()).stream());
    }
}
