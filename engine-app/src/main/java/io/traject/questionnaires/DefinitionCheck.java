package io.traject.questionnaires;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a definition must be: to be kept as a draft, and to be published. */
public final class DefinitionCheck {

    public static final int MAX_NAME = 150;
    public static final int MAX_TEXT = 500;
    public static final int MAX_EXPLANATION = 2000;

    /** Of an option, either way from nought, with at most two decimals. */
    public static final BigDecimal MAX_VALUE = new BigDecimal(10_000);

    private static final int DECIMALS = 2;

    private final Definition definition;
    private final List<Flaw> flaws = new ArrayList<>();

    private DefinitionCheck(Definition definition) {
        this.definition = definition;
    }

    /** What can't even be kept as a draft. */
    public static List<Flaw> ofDraft(Definition definition) {
        var check = new DefinitionCheck(definition);
        check.form();
        return List.copyOf(check.flaws);
    }

    /** What stands in the way of publication. */
    public static List<Flaw> ofPublication(Definition definition) {
        var check = new DefinitionCheck(definition);
        check.form();
        check.completeness();
        return List.copyOf(check.flaws);
    }

    private void form() {
        length("name", definition.name(), MAX_NAME);
        if (definition.name().nl().isBlank() && definition.name().en().isBlank()) {
            flaw("name.nl", "name-missing");
        }
        length("explanation", definition.explanation(), MAX_EXPLANATION);
        most("questions", definition.questions(), Definition.MAX_QUESTIONS, "too-many-questions");
        most("scoreGroups", definition.scoreGroups(), Definition.MAX_SCORE_GROUPS, "too-many-score-groups");
        Set<String> questions = new HashSet<>();
        for (int q = 0; q < definition.questions().size(); q++) {
            Question question = definition.questions().get(q);
            String path = "questions[%d]".formatted(q);
            code(path, question.code(), questions);
            length(path + ".text", question.text(), MAX_TEXT);
            most(path + ".kind", question.options(), Definition.MAX_OPTIONS, "too-many-options");
            optionsForm(path, question);
        }
        Set<String> groups = new HashSet<>();
        for (int g = 0; g < definition.scoreGroups().size(); g++) {
            ScoreGroup group = definition.scoreGroups().get(g);
            String path = "scoreGroups[%d]".formatted(g);
            code(path, group.code(), groups);
            length(path + ".name", group.name(), MAX_NAME);
        }
    }

    private void optionsForm(String path, Question question) {
        Set<String> options = new HashSet<>();
        for (int o = 0; o < question.options().size(); o++) {
            AnswerOption option = question.options().get(o);
            String at = path + ".options[%d]".formatted(o);
            code(at, option.code(), options);
            length(at + ".text", option.text(), MAX_TEXT);
            BigDecimal value = option.value();
            if (value != null
                    && (value.abs().compareTo(MAX_VALUE) > 0
                            || value.stripTrailingZeros().scale() > DECIMALS)) {
                flaw(at + ".value", "value-range");
            }
        }
    }

    private void completeness() {
        complete("name", definition.name());
        if (!definition.explanation().equals(Bilingual.EMPTY)) {
            complete("explanation", definition.explanation());
        }
        if (definition.questions().isEmpty()) {
            flaw("", "no-questions");
        }
        for (int q = 0; q < definition.questions().size(); q++) {
            Question question = definition.questions().get(q);
            String path = "questions[%d]".formatted(q);
            complete(path + ".text", question.text());
            if (question.kind().hasOptions() && question.options().size() < 2) {
                flaw(path + ".kind", "too-few-options");
            }
            for (int o = 0; o < question.options().size(); o++) {
                AnswerOption option = question.options().get(o);
                complete(path + ".options[%d].text".formatted(o), option.text());
                if (option.value() == null) {
                    flaw(path + ".options[%d].value".formatted(o), "value-missing");
                }
            }
        }
        for (int g = 0; g < definition.scoreGroups().size(); g++) {
            ScoreGroup group = definition.scoreGroups().get(g);
            String path = "scoreGroups[%d].name".formatted(g);
            complete(path, group.name());
            if (group.questions().stream().noneMatch(this::counts)) {
                flaw(path + ".nl", "no-questions-count");
            }
        }
    }

    private boolean counts(String question) {
        return definition
                .question(question)
                .filter(found -> found.kind().counts())
                .isPresent();
    }

    private void code(String path, String code, Set<String> taken) {
        if (!Code.isValid(code)) {
            flaw(path + ".code", code.isEmpty() ? "code-missing" : "code-invalid");
        } else if (!taken.add(code)) {
            flaw(path + ".code", "code-twice", code);
        }
    }

    private void complete(String path, Bilingual text) {
        if (text.nl().isBlank() && !(path.equals("name") && text.en().isBlank())) {
            flaw(path + ".nl", "dutch-missing");
        }
        if (text.en().isBlank()) {
            flaw(path + ".en", "english-missing");
        }
    }

    private void length(String path, Bilingual text, int most) {
        if (text.nl().length() > most) {
            flaw(path + ".nl", "too-long", most);
        }
        if (text.en().length() > most) {
            flaw(path + ".en", "too-long", most);
        }
    }

    private void most(String path, List<?> parts, int most, String code) {
        if (parts.size() > most) {
            flaw(path.contains(".") ? path : "", code, most);
        }
    }

    private void flaw(String path, String code, Object... arguments) {
        flaws.add(Flaw.of(path, code, arguments));
    }
}
