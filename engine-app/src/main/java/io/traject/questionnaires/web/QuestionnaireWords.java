package io.traject.questionnaires.web;

import io.traject.questionnaires.Bilingual;
import io.traject.questionnaires.web.QuestionnaireForm.OptionForm;
import io.traject.questionnaires.web.QuestionnaireForm.QuestionForm;
import io.traject.web.Overtaken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Two drafts of one questionnaire in the reader's words, for whoever was overtaken. */
@Component
class QuestionnaireWords {

    private final MessageSource messages;

    QuestionnaireWords(MessageSource messages) {
        this.messages = messages;
    }

    Overtaken between(QuestionnaireForm stored, QuestionnaireForm typed, Locale locale) {
        Map<String, String> there = words(stored, locale);
        Map<String, String> here = words(typed, locale);
        here.keySet().forEach(label -> there.putIfAbsent(label, ""));
        return Overtaken.between(there, here);
    }

    private Map<String, String> words(QuestionnaireForm form, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, text("questionnaires.name", locale), form.name());
        put(words, text("questionnaires.explanation", locale), form.explanation());
        words.put(text("questionnaires.medical", locale), yesOrNo(form.medical(), locale));
        for (int g = 0; g < form.scoreGroups().size(); g++) {
            put(
                    words,
                    text("questionnaires.group.number", locale, g + 1),
                    form.scoreGroups().get(g).name());
        }
        for (int q = 0; q < form.questions().size(); q++) {
            QuestionForm question = form.questions().get(q);
            String label = text("questionnaires.question.number", locale, q + 1);
            put(words, label, question.text());
            words.put(label + ": " + text("questionnaires.code", locale), question.code());
            words.put(
                    label + ": " + text("questionnaires.kind", locale),
                    text("questionnaires.kind." + question.kind(), locale));
            words.put(label + ": " + text("questionnaires.required", locale), yesOrNo(question.required(), locale));
            words.put(label + ": " + text("questionnaires.counts", locale), groups(form, question));
            for (int o = 0; o < question.options().size(); o++) {
                OptionForm option = question.options().get(o);
                words.put(
                        label + ": " + text("questionnaires.option.number", locale, o + 1),
                        List.of(option.text().nl(), option.text().en(), option.code(), option.value()).stream()
                                .filter(word -> !word.isEmpty())
                                .collect(Collectors.joining(" · ")));
            }
        }
        return words;
    }

    private static String groups(QuestionnaireForm form, QuestionForm question) {
        return IntStream.range(0, form.scoreGroups().size())
                .filter(question.groups()::contains)
                .mapToObj(place -> form.scoreGroups().get(place).code())
                .collect(Collectors.joining(", "));
    }

    private static void put(Map<String, String> words, String label, Bilingual text) {
        words.put(label + " (NL)", text.nl());
        words.put(label + " (EN)", text.en());
    }

    private String yesOrNo(boolean yes, Locale locale) {
        return text(yes ? "questionnaires.yes" : "questionnaires.no", locale);
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
