package io.traject.questionnaires.web;

import io.traject.questionnaires.AnswerOption;
import io.traject.questionnaires.Bilingual;
import io.traject.questionnaires.Code;
import io.traject.questionnaires.Definition;
import io.traject.questionnaires.Question;
import io.traject.questionnaires.QuestionKind;
import io.traject.questionnaires.ScoreGroup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * A draft as it is typed: its fields are called as the parts of the definition, so that what is wrong there is shown here.
 *
 * @param version of the draft that the writer started from
 */
public record QuestionnaireForm(
        Bilingual name,
        Bilingual explanation,
        boolean medical,
        List<QuestionForm> questions,
        List<GroupForm> scoreGroups,
        long version) {

    /** Beyond this nothing is read: no page of ours sends more. */
    private static final int MOST = 200;

    public QuestionnaireForm {
        questions = List.copyOf(questions);
        scoreGroups = List.copyOf(scoreGroups);
    }

    /** @param groups places of the score groups for which it counts */
    public record QuestionForm(
            String code,
            Bilingual text,
            QuestionKind kind,
            boolean required,
            List<OptionForm> options,
            Set<Integer> groups) {

        public QuestionForm {
            options = List.copyOf(options);
            groups = Set.copyOf(groups);
        }

        static QuestionForm blank() {
            return new QuestionForm(
                    "", Bilingual.EMPTY, QuestionKind.ONE, true, List.of(OptionForm.BLANK, OptionForm.BLANK), Set.of());
        }

        QuestionForm with(List<OptionForm> newOptions) {
            return new QuestionForm(code, text, kind, required, newOptions, groups);
        }

        /** The groups behind one that is taken away move up. */
        QuestionForm withoutGroup(int gone) {
            Set<Integer> left = new HashSet<>();
            groups.stream().filter(group -> group != gone).forEach(group -> left.add(group > gone ? group - 1 : group));
            return new QuestionForm(code, text, kind, required, options, left);
        }
    }

    public record OptionForm(String code, Bilingual text, String value) {

        static final OptionForm BLANK = new OptionForm("", Bilingual.EMPTY, "");
    }

    public record GroupForm(String code, Bilingual name) {

        static final GroupForm BLANK = new GroupForm("", Bilingual.EMPTY);
    }

    static QuestionnaireForm of(Definition definition, long version) {
        return new QuestionnaireForm(
                definition.name(),
                definition.explanation(),
                definition.medical(),
                definition.questions().stream()
                        .map(question -> form(question, definition.scoreGroups()))
                        .toList(),
                definition.scoreGroups().stream()
                        .map(group -> new GroupForm(group.code(), group.name()))
                        .toList(),
                version);
    }

    private static QuestionForm form(Question question, List<ScoreGroup> groups) {
        Set<Integer> counting = new HashSet<>();
        for (int place = 0; place < groups.size(); place++) {
            if (groups.get(place).questions().contains(question.code())) {
                counting.add(place);
            }
        }
        return new QuestionForm(
                question.code(),
                question.text(),
                question.kind(),
                question.required(),
                question.options().stream()
                        .map(option -> new OptionForm(option.code(), option.text(), text(option.value())))
                        .toList(),
                counting);
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    /** As a browser sends it; what is not in it is empty. */
    static QuestionnaireForm of(MultiValueMap<String, String> typed) {
        var read = new Reading(typed);
        return new QuestionnaireForm(
                read.texts("name"),
                read.texts("explanation"),
                read.ticked("medical"),
                read.all("questions", MOST, path -> read.question(path)),
                read.all(
                        "scoreGroups",
                        MOST,
                        path -> new GroupForm(read.line(path + ".code"), read.texts(path + ".name"))),
                read.number("version").orElse(-1L));
    }

    /** Without the options that nothing was filled in for, and with the codes that were left empty. */
    QuestionnaireForm tidy() {
        Set<String> codes = new HashSet<>();
        questions.forEach(question -> codes.add(question.code()));
        List<QuestionForm> tidied = new ArrayList<>();
        for (QuestionForm question : questions) {
            String code = question.code().isEmpty() ? Code.of(named(question.text(), "vraag"), codes) : question.code();
            codes.add(code);
            tidied.add(new QuestionForm(
                    code,
                    question.text(),
                    question.kind(),
                    question.required(),
                    question.kind().hasOptions() ? tidy(question.options()) : List.of(),
                    question.groups()));
        }
        Set<String> groupCodes = new HashSet<>();
        scoreGroups.forEach(group -> groupCodes.add(group.code()));
        List<GroupForm> groups = new ArrayList<>();
        for (GroupForm group : scoreGroups) {
            String code = group.code().isEmpty() ? Code.of(named(group.name(), "score"), groupCodes) : group.code();
            groupCodes.add(code);
            groups.add(new GroupForm(code, group.name()));
        }
        return new QuestionnaireForm(name, explanation, medical, tidied, groups, version);
    }

    private static List<OptionForm> tidy(List<OptionForm> options) {
        Set<String> codes = new HashSet<>();
        options.forEach(option -> codes.add(option.code()));
        List<OptionForm> tidied = new ArrayList<>();
        for (OptionForm option : options) {
            if (option.equals(OptionForm.BLANK)) {
                continue;
            }
            String code = option.code().isEmpty() ? Code.of(named(option.text(), "optie"), codes) : option.code();
            codes.add(code);
            tidied.add(new OptionForm(code, option.text(), option.value()));
        }
        return tidied;
    }

    private static String named(Bilingual text, String otherwise) {
        return Code.of(text.nl()).isEmpty() ? Code.of(text.en()).isEmpty() ? otherwise : text.en() : text.nl();
    }

    /** What it means; values that are no numbers are left out, {@link #unreadableValues} names them. */
    Definition definition() {
        return new Definition(
                name,
                explanation,
                medical,
                questions.stream()
                        .map(question -> new Question(
                                question.code(),
                                question.text(),
                                question.kind(),
                                question.required(),
                                question.options().stream()
                                        .map(option -> new AnswerOption(
                                                option.code(),
                                                option.text(),
                                                value(option.value()).orElse(null)))
                                        .toList()))
                        .toList(),
                IntStream.range(0, scoreGroups.size()).mapToObj(this::group).toList());
    }

    private ScoreGroup group(int place) {
        return new ScoreGroup(
                scoreGroups.get(place).code(),
                scoreGroups.get(place).name(),
                questions.stream()
                        .filter(question -> question.kind().counts())
                        .filter(question -> question.groups().contains(place))
                        .map(QuestionForm::code)
                        .toList());
    }

    /** Paths of the values that are filled in and are no numbers. */
    List<String> unreadableValues() {
        List<String> paths = new ArrayList<>();
        for (int q = 0; q < questions.size(); q++) {
            List<OptionForm> options = questions.get(q).options();
            for (int o = 0; o < options.size(); o++) {
                String typed = options.get(o).value();
                if (!typed.isEmpty() && value(typed).isEmpty()) {
                    paths.add("questions[%d].options[%d].value".formatted(q, o));
                }
            }
        }
        return paths;
    }

    QuestionnaireForm with(List<QuestionForm> newQuestions) {
        return new QuestionnaireForm(name, explanation, medical, newQuestions, scoreGroups, version);
    }

    QuestionnaireForm with(List<QuestionForm> newQuestions, List<GroupForm> newGroups) {
        return new QuestionnaireForm(name, explanation, medical, newQuestions, newGroups, version);
    }

    QuestionnaireForm onto(long newVersion) {
        return new QuestionnaireForm(name, explanation, medical, questions, scoreGroups, newVersion);
    }

    private static Optional<BigDecimal> value(String typed) {
        String plain = typed.replace(',', '.').replace('−', '-');
        return plain.matches("-?\\d{1,9}(\\.\\d{1,9})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    /** Reads the fields of a browser's form, whatever they hold. */
    private record Reading(MultiValueMap<String, String> typed) {

        QuestionForm question(String path) {
            return new QuestionForm(
                    line(path + ".code"),
                    texts(path + ".text"),
                    kind(line(path + ".kind")),
                    ticked(path + ".required"),
                    all(
                            path + ".options",
                            MOST,
                            at -> new OptionForm(line(at + ".code"), texts(at + ".text"), line(at + ".value"))),
                    groups(path + ".groups"));
        }

        <T> List<T> all(String path, int most, java.util.function.Function<String, T> reading) {
            return IntStream.range(0, most)
                    .mapToObj("%s[%%d]".formatted(path)::formatted)
                    .takeWhile(at -> typed.containsKey(at + ".code"))
                    .map(reading)
                    .toList();
        }

        Bilingual texts(String path) {
            return new Bilingual(typed.getFirst(path + ".nl"), typed.getFirst(path + ".en"));
        }

        String line(String path) {
            return Objects.requireNonNullElse(typed.getFirst(path), "")
                    .replaceAll("\\p{Cntrl}+", " ")
                    .strip();
        }

        boolean ticked(String path) {
            return typed.containsKey(path);
        }

        Optional<Long> number(String path) {
            return Optional.of(line(path))
                    .filter(text -> text.matches("\\d{1,18}"))
                    .map(Long::valueOf);
        }

        private static QuestionKind kind(String name) {
            return List.of(QuestionKind.values()).stream()
                    .filter(kind -> kind.name().equals(name))
                    .findFirst()
                    .orElse(QuestionKind.ONE);
        }

        private Set<Integer> groups(String path) {
            Set<Integer> places = new HashSet<>();
            typed.getOrDefault(path, List.of()).stream()
                    .filter(text -> text.matches("\\d{1,3}"))
                    .forEach(text -> places.add(Integer.valueOf(text)));
            return places;
        }
    }
}
