package io.traject.questionnaires.web;

import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.questionnaires.AnswerFlaw;
import io.traject.questionnaires.Answers;
import io.traject.questionnaires.CompleteQuestionnaire;
import io.traject.questionnaires.Contents;
import io.traject.questionnaires.FillInQuestionnaire;
import io.traject.questionnaires.FillInQuestionnaire.Result;
import io.traject.questionnaires.Filling;
import io.traject.questionnaires.FillingState;
import io.traject.questionnaires.QuestionnairesOfCase;
import io.traject.questionnaires.QuestionnairesOfCase.Opened;
import io.traject.web.Flash;
import io.traject.web.Overtaken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Questionnaires in a case: begin, save half-way, complete, read, correct (A11). */
@Controller
@RequestMapping("/cases/{id}")
@LooksAt(value = FileKind.CASE, part = FilePart.FORM)
class FillingPage {

    /** Fields of the form are called by this and the code of their question. */
    private static final String ANSWER = "answer.";

    private final CaseDirectory cases;
    private final QuestionnairesOfCase ofCase;
    private final FillInQuestionnaire fillIn;
    private final CompleteQuestionnaire completeQuestionnaire;
    private final MessageSource messages;

    FillingPage(
            CaseDirectory cases,
            QuestionnairesOfCase ofCase,
            FillInQuestionnaire fillIn,
            CompleteQuestionnaire completeQuestionnaire,
            MessageSource messages) {
        this.cases = cases;
        this.ofCase = ofCase;
        this.fillIn = fillIn;
        this.completeQuestionnaire = completeQuestionnaire;
        this.messages = messages;
    }

    /** A score of a group, in words. */
    record Score(String name, String value) {}

    @PostMapping("/questionnaires")
    String begin(@PathVariable UUID id, @RequestParam(defaultValue = "") String questionnaire) {
        try {
            return page(id, fillIn.begin(id, questionnaire).orThrow().id());
        } catch (DataIntegrityViolationException begunThisMoment) {
            return page(id, fillIn.begin(id, questionnaire).orThrow().id());
        }
    }

    @GetMapping("/filled-in-questionnaires/{filling}")
    String show(@PathVariable UUID id, @PathVariable UUID filling, Model model, Locale locale) {
        Case about = cases.get(id);
        Opened opened = ofCase.open(id, filling);
        boolean editable = ofCase.mayBeFilledIn(about, opened.entry());
        if (opened.entry().filling().state() == FillingState.OPEN && editable) {
            Answers answers = opened.contents().map(Contents::answers).orElse(Answers.NONE);
            return form(about, opened, answers, List.of(), model, locale);
        }
        model.addAttribute("editable", editable);
        model.addAttribute("scores", scores(opened, locale));
        return view("questionnaires/filled-in", about, opened, model, locale);
    }

    @PostMapping("/filled-in-questionnaires/{filling}")
    ModelAndView save(
            @PathVariable UUID id,
            @PathVariable UUID filling,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "save") String action,
            @RequestParam long version,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Answers answers = answers(typed);
        boolean complete = action.equals("complete");
        try {
            Outcome<Result> outcome = complete
                    ? completeQuestionnaire.complete(id, filling, answers, version)
                    : fillIn.save(id, filling, answers, version);
            return switch (outcome.orThrow()) {
                case Result.Kept ignored -> {
                    if (complete) {
                        Flash.success(redirect, "questionnaires.filling.completed");
                    } else {
                        Flash.success(redirect, "questionnaires.filling.saved");
                    }
                    yield new ModelAndView(page(id, filling));
                }
                case Result.Flawed(List<AnswerFlaw> flaws) ->
                    shown(
                            form(cases.get(id), ofCase.open(id, filling), answers, flaws, model, locale),
                            model,
                            HttpStatus.UNPROCESSABLE_CONTENT);
            };
        } catch (OptimisticLockingFailureException savedMeanwhile) {
            Opened stored = ofCase.open(id, filling);
            model.addAttribute("overtaken", between(stored, answers, locale));
            return shown(form(cases.get(id), stored, answers, List.of(), model, locale), model, HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/filled-in-questionnaires/{filling}/correction")
    String correct(@PathVariable UUID id, @PathVariable UUID filling) {
        return page(id, fillIn.correct(id, filling).orThrow().id());
    }

    @PostMapping("/filled-in-questionnaires/{filling}/discarding")
    String discard(
            @PathVariable UUID id,
            @PathVariable UUID filling,
            @RequestParam long version,
            RedirectAttributes redirect) {
        Filling discarded = fillIn.discard(id, filling, version).orThrow();
        Flash.success(redirect, "questionnaires.filling.discarded");
        return "redirect:/cases/" + discarded.caseId();
    }

    private static String page(UUID caseId, UUID filling) {
        return "redirect:/cases/%s/filled-in-questionnaires/%s".formatted(caseId, filling);
    }

    private String form(
            Case about, Opened opened, Answers answers, List<AnswerFlaw> flaws, Model model, Locale locale) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        flaws.forEach(flaw -> mistakes.putIfAbsent(
                flaw.question(),
                messages.getMessage(flaw.messageKey(), flaw.arguments().toArray(), locale)));
        model.addAttribute("answers", answers);
        model.addAttribute("mistakes", mistakes);
        return view("questionnaires/filling", about, opened, model, locale);
    }

    private static String view(String view, Case about, Opened opened, Model model, Locale locale) {
        model.addAttribute("case", about);
        model.addAttribute("opened", opened);
        model.addAttribute("asked", Language.of(locale));
        model.addAttribute("name", opened.entry().definition().name().in(Language.of(locale)));
        model.addAttribute(
                "here",
                "/cases/%s/filled-in-questionnaires/%s"
                        .formatted(about.id(), opened.entry().filling().id()));
        return view;
    }

    private static ModelAndView shown(String view, Model model, HttpStatus status) {
        return new ModelAndView(view, model.asMap(), status);
    }

    private static Answers answers(MultiValueMap<String, String> typed) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        typed.forEach((field, values) -> {
            if (field.startsWith(ANSWER)) {
                answers.put(field.substring(ANSWER.length()), values);
            }
        });
        return new Answers(answers);
    }

    private static List<Score> scores(Opened opened, Locale locale) {
        Language language = Language.of(locale);
        return opened.contents().stream()
                .flatMap(said -> opened.entry().definition().scoreGroups().stream()
                        .flatMap(group -> Stream.ofNullable(said.scores().get(group.code()))
                                .map(score -> new Score(group.name().in(language), AnswerTexts.number(score, locale)))))
                .toList();
    }

    private static Overtaken between(Opened stored, Answers typed, Locale locale) {
        Answers there = stored.contents().map(Contents::answers).orElse(Answers.NONE);
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, String> mine = new LinkedHashMap<>();
        Language language = Language.of(locale);
        stored.entry().definition().questions().forEach(question -> {
            words.put(question.text().in(language), AnswerTexts.of(question, there, locale));
            mine.put(question.text().in(language), AnswerTexts.of(question, typed, locale));
        });
        return Overtaken.between(words, mine).by(stored.entry().filling().savedBy());
    }
}
