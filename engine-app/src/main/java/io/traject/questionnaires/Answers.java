package io.traject.questionnaires;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was answered: by question code the codes of the options chosen, or the one number, text or date as it was typed. What
 * was left empty isn't there.
 */
public record Answers(Map<String, List<String>> byQuestion) {

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        Map<String, List<String>> given = new LinkedHashMap<>();
        byQuestion.forEach((question, answers) -> {
            List<String> said = answers.stream()
                    .map(Answers::clean)
                    .filter(answer -> !answer.isEmpty())
                    .distinct()
                    .toList();
            if (!said.isEmpty()) {
                given.put(question, said);
            }
        });
        byQuestion = Collections.unmodifiableMap(given);
    }

    public List<String> to(String question) {
        return byQuestion.getOrDefault(question, List.of());
    }

    /** Of a question that takes one answer; empty when it has none. */
    public String only(String question) {
        return to(question).isEmpty() ? "" : to(question).getFirst();
    }

    private static String clean(String answer) {
        return answer.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n\\t]]+", " ")
                .strip();
    }

    /** Nobody's answers get into a log. */
    @Override
    public String toString() {
        return "Answers[%d]".formatted(byQuestion.size());
    }
}
