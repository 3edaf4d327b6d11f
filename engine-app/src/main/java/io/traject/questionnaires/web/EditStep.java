package io.traject.questionnaires.web;

import io.traject.questionnaires.web.QuestionnaireForm.GroupForm;
import io.traject.questionnaires.web.QuestionnaireForm.OptionForm;
import io.traject.questionnaires.web.QuestionnaireForm.QuestionForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A button of the editor that changes the form without saving it, such as {@code question-up:3} or {@code option-remove:3:1};
 * places count from 0.
 *
 * @param form as it is after the step
 * @param at id of the part of the page where the writer goes on
 */
record EditStep(QuestionnaireForm form, String at) {

    private static final Pattern STEP = Pattern.compile("([a-z]+-[a-z]+)(?::(\\d{1,3}))?(?::(\\d{1,3}))?");

    /** Steps that are none, or about a part that isn't there, change nothing. */
    static EditStep take(QuestionnaireForm form, String step) {
        Matcher found = STEP.matcher(step);
        if (!found.matches()) {
            return new EditStep(form, "");
        }
        int first = found.group(2) == null ? -1 : Integer.parseInt(found.group(2));
        int second = found.group(3) == null ? -1 : Integer.parseInt(found.group(3));
        return switch (found.group(1)) {
            case "question-add" ->
                at(
                        form.with(added(form.questions(), QuestionForm.blank())),
                        "question-" + form.questions().size());
            case "question-remove" ->
                at(form.with(removed(form.questions(), first)), "question-" + Math.max(first - 1, 0));
            case "question-up" -> at(form.with(moved(form.questions(), first, first - 1)), "question-" + (first - 1));
            case "question-down" -> at(form.with(moved(form.questions(), first, first + 1)), "question-" + (first + 1));
            case "group-add" ->
                at(
                        form.with(form.questions(), added(form.scoreGroups(), GroupForm.BLANK)),
                        "group-" + form.scoreGroups().size());
            case "group-remove" -> at(withoutGroup(form, first), "groups");
            case "option-add" -> options(form, first, options -> added(options, OptionForm.BLANK));
            case "option-remove" -> options(form, first, options -> removed(options, second));
            case "option-up" -> options(form, first, options -> moved(options, second, second - 1));
            case "option-down" -> options(form, first, options -> moved(options, second, second + 1));
            default -> at(form, "");
        };
    }

    private static EditStep at(QuestionnaireForm form, String at) {
        return new EditStep(form, at);
    }

    private static QuestionnaireForm withoutGroup(QuestionnaireForm form, int place) {
        return place < 0 || place >= form.scoreGroups().size()
                ? form
                : form.with(
                        form.questions().stream()
                                .map(question -> question.withoutGroup(place))
                                .toList(),
                        removed(form.scoreGroups(), place));
    }

    private static EditStep options(
            QuestionnaireForm form, int place, java.util.function.UnaryOperator<List<OptionForm>> change) {
        if (place < 0 || place >= form.questions().size()) {
            return at(form, "");
        }
        List<QuestionForm> questions = new ArrayList<>(form.questions());
        QuestionForm question = questions.get(place);
        questions.set(place, question.with(change.apply(question.options())));
        return at(form.with(questions), "question-" + place);
    }

    private static <T> List<T> added(List<T> parts, T part) {
        List<T> more = new ArrayList<>(parts);
        more.add(part);
        return more;
    }

    private static <T> List<T> removed(List<T> parts, int place) {
        return IntStream.range(0, parts.size())
                .filter(each -> each != place)
                .mapToObj(parts::get)
                .toList();
    }

    private static <T> List<T> moved(List<T> parts, int from, int to) {
        List<T> moved = new ArrayList<>(parts);
        if (from >= 0 && to >= 0 && from < parts.size() && to < parts.size()) {
            Collections.swap(moved, from, to);
        }
        return moved;
    }
}
