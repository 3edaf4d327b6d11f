package io.traject.questionnaires.web;

import io.traject.kernel.Language;
import io.traject.questionnaires.DraftQuestionnaire;
import io.traject.questionnaires.DraftQuestionnaire.Result;
import io.traject.questionnaires.Flaw;
import io.traject.questionnaires.PublishQuestionnaire;
import io.traject.questionnaires.QuestionKind;
import io.traject.questionnaires.QuestionnaireShelf;
import io.traject.questionnaires.QuestionnaireShelf.Shelved;
import io.traject.questionnaires.QuestionnaireVersion;
import io.traject.web.Flash;
import io.traject.web.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The editor of a draft (A11). Its buttons to add, move and remove parts send the whole form and get it back changed: it
 * works without scripts, and nothing is saved before the writer says so.
 */
@Controller
@RequestMapping("/admin/questionnaires/{id}/draft")
class QuestionnaireEditor {

    private static final String FORM = "form";

    private final QuestionnaireShelf shelf;
    private final DraftQuestionnaire draftQuestionnaire;
    private final PublishQuestionnaire publishQuestionnaire;
    private final QuestionnaireWords words;
    private final MessageSource messages;

    QuestionnaireEditor(
            QuestionnaireShelf shelf,
            DraftQuestionnaire draftQuestionnaire,
            PublishQuestionnaire publishQuestionnaire,
            QuestionnaireWords words,
            MessageSource messages) {
        this.shelf = shelf;
        this.draftQuestionnaire = draftQuestionnaire;
        this.publishQuestionnaire = publishQuestionnaire;
        this.words = words;
        this.messages = messages;
    }

    @ModelAttribute("kinds")
    List<Option> kinds(Locale locale) {
        return Arrays.stream(QuestionKind.values())
                .map(kind -> new Option(kind.name(), messages.getMessage("questionnaires.kind." + kind, null, locale)))
                .toList();
    }

    @GetMapping
    String edit(@PathVariable UUID id, Model model) {
        Shelved shelved = shelf.get(id);
        Optional<QuestionnaireVersion> draft = shelved.draft();
        if (draft.isEmpty()) {
            return "redirect:/admin/questionnaires/" + id;
        }
        QuestionnaireForm form =
                QuestionnaireForm.of(draft.get().definition(), draft.get().version());
        return page(shelved, form, errors(form), model);
    }

    @PostMapping
    ModelAndView change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String action,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Shelved shelved = shelf.get(id);
        QuestionnaireForm form = QuestionnaireForm.of(typed);
        if (!action.equals("save") && !action.equals("publish")) {
            EditStep step = EditStep.take(form, action);
            model.addAttribute("at", step.at());
            model.addAttribute("unsaved", true);
            return shown(page(shelved, step.form(), errors(step.form()), model), model, HttpStatus.OK);
        }
        QuestionnaireForm tidied = form.tidy();
        BeanPropertyBindingResult errors = errors(tidied);
        tidied.unreadableValues().forEach(path -> errors.rejectValue(path, "questionnaires.flaw.value-invalid"));
        try {
            if (!errors.hasErrors() && kept(id, tidied, action.equals("publish"), errors)) {
                if (action.equals("publish")) {
                    Flash.success(redirect, "questionnaires.published");
                } else {
                    Flash.success(redirect, "questionnaires.saved");
                }
                return new ModelAndView(
                        "redirect:/admin/questionnaires/" + id + (action.equals("publish") ? "" : "/draft"));
            }
        } catch (OptimisticLockingFailureException overtaken) {
            return overtaken(id, tidied, model, locale);
        }
        return shown(page(shelved, tidied, errors, model), model, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private boolean kept(UUID id, QuestionnaireForm form, boolean publish, BindingResult errors) {
        Result result = publish
                ? publishQuestionnaire.publish(id, form.definition(), form.version())
                : draftQuestionnaire.keep(id, form.definition(), form.version());
        return switch (result) {
            case Result.Kept ignored -> true;
            case Result.Flawed(List<Flaw> flaws) -> {
                flaws.forEach(flaw -> reject(flaw, errors));
                yield false;
            }
        };
    }

    private static void reject(Flaw flaw, BindingResult errors) {
        Object[] arguments = flaw.arguments().toArray();
        if (flaw.path().isEmpty()) {
            errors.reject(flaw.messageKey(), arguments, flaw.code());
        } else {
            errors.rejectValue(flaw.path(), flaw.messageKey(), arguments, flaw.code());
        }
    }

    /** What was typed goes on from what stands there now; when that was published, from the draft of the next version. */
    private ModelAndView overtaken(UUID id, QuestionnaireForm typed, Model model, Locale locale) {
        QuestionnaireVersion present = draftQuestionnaire.next(id);
        QuestionnaireForm stored = QuestionnaireForm.of(present.definition(), present.version());
        model.addAttribute("overtaken", words.between(stored, typed, locale).by(present.savedBy()));
        QuestionnaireForm onto = typed.onto(present.version());
        return shown(page(shelf.get(id), onto, errors(onto), model), model, HttpStatus.CONFLICT);
    }

    private static BeanPropertyBindingResult errors(QuestionnaireForm form) {
        return new BeanPropertyBindingResult(form, FORM);
    }

    private static String page(Shelved shelved, QuestionnaireForm form, BindingResult errors, Model model) {
        model.addAttribute("shelved", shelved);
        model.addAttribute("name", shelved.name(Language.of(LocaleContextHolder.getLocale())));
        model.addAttribute(
                "here",
                "/admin/questionnaires/%s/draft"
                        .formatted(shelved.questionnaire().id()));
        model.addAttribute(FORM, form);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
        return "questionnaires/editor";
    }

    private static ModelAndView shown(String view, Model model, HttpStatus status) {
        return new ModelAndView(view, model.asMap(), status);
    }
}
