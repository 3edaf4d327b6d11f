package io.traject.questionnaires.web;

import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.questionnaires.Answers;
import io.traject.questionnaires.Bilingual;
import io.traject.questionnaires.Code;
import io.traject.questionnaires.DefinitionCheck;
import io.traject.questionnaires.DraftQuestionnaire;
import io.traject.questionnaires.Questionnaire;
import io.traject.questionnaires.QuestionnaireShelf;
import io.traject.questionnaires.QuestionnaireShelf.Shelved;
import io.traject.questionnaires.QuestionnaireVersion;
import io.traject.questionnaires.RetireQuestionnaire;
import io.traject.web.Flash;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The questionnaires of an organisation: list, versions, preview, into and out of use (A11). */
@Controller
@RequestMapping("/admin/questionnaires")
class QuestionnairesPage {

    private static final String HERE = "redirect:/admin/questionnaires";

    private final QuestionnaireShelf shelf;
    private final DraftQuestionnaire draftQuestionnaire;
    private final RetireQuestionnaire retireQuestionnaire;

    QuestionnairesPage(
            QuestionnaireShelf shelf, DraftQuestionnaire draftQuestionnaire, RetireQuestionnaire retireQuestionnaire) {
        this.shelf = shelf;
        this.draftQuestionnaire = draftQuestionnaire;
        this.retireQuestionnaire = retireQuestionnaire;
    }

    /**
     * A questionnaire to begin.
     *
     * @param code empty for one made of the Dutch name
     */
    record NewQuestionnaire(
            @NotBlank(message = "{questionnaires.flaw.name-missing}")
            @Size(max = DefinitionCheck.MAX_NAME, message = "{questionnaires.flaw.name-too-long}")
            String nl,

            @Size(max = DefinitionCheck.MAX_NAME, message = "{questionnaires.flaw.name-too-long}")
            String en,

            String code) {

        NewQuestionnaire(@Nullable String nl, @Nullable String en, @Nullable String code) {
            var name = new Bilingual(nl, en);
            this.nl = name.nl().replace('\n', ' ');
            this.en = name.en().replace('\n', ' ');
            this.code = code == null || code.isBlank() ? Code.of(this.nl) : code.strip();
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("form", new NewQuestionnaire("", "", ""));
        return listPage(model);
    }

    @PostMapping
    String begin(
            @Valid @ModelAttribute("form") NewQuestionnaire form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (!errors.hasErrors() && !Code.isValid(form.code())) {
            errors.rejectValue("code", "questionnaires.flaw.code-invalid");
        }
        if (!errors.hasErrors()) {
            switch (begin(form)) {
                case Outcome.Done<Questionnaire>(Questionnaire begun) -> {
                    Flash.success(redirect, "questionnaires.begun", form.nl());
                    return HERE + "/" + begun.id() + "/draft";
                }
                case Outcome.Refused<Questionnaire>(Refusal refusal) ->
                    errors.rejectValue(
                            "code", refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
            }
        }
        return listPage(model);
    }

    private Outcome<Questionnaire> begin(NewQuestionnaire form) {
        try {
            return draftQuestionnaire.begin(form.code(), new Bilingual(form.nl(), form.en()));
        } catch (DataIntegrityViolationException takenThisMoment) {
            return Outcome.refused("questionnaire-code-taken", form.code());
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Shelved shelved = shelf.get(id);
        model.addAttribute("shelved", shelved);
        model.addAttribute("name", shelved.name(Language.of(locale)));
        return "questionnaires/questionnaire";
    }

    /** How it is asked, in both languages. */
    @GetMapping("/{id}/versions/{version}")
    String preview(@PathVariable UUID id, @PathVariable UUID version, Model model, Locale locale) {
        QuestionnaireVersion shown = shelf.version(id, version);
        model.addAttribute("shelved", shelf.get(id));
        model.addAttribute("shown", shown);
        model.addAttribute("name", shown.definition().name().in(Language.of(locale)));
        model.addAttribute("languages", Language.values());
        model.addAttribute("nothing", Answers.NONE);
        return "questionnaires/preview";
    }

    @PostMapping("/{id}/next-version")
    String next(@PathVariable UUID id) {
        try {
            draftQuestionnaire.next(id);
        } catch (DataIntegrityViolationException begunThisMoment) {
            shelf.get(id); // somebody else began the draft: it is worked on together
        }
        return HERE + "/" + id + "/draft";
    }

    @GetMapping("/{id}/discarding")
    String askToDiscard(@PathVariable UUID id, Model model) {
        Shelved shelved = shelf.get(id);
        if (shelved.draft().isEmpty()) {
            return HERE + "/" + id;
        }
        model.addAttribute("shelved", shelved);
        return "questionnaires/discarding";
    }

    @PostMapping("/{id}/discarding")
    String discard(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        boolean stillThere = draftQuestionnaire.discard(id, version);
        Flash.success(redirect, "questionnaires.discarded");
        return stillThere ? HERE + "/" + id : HERE;
    }

    @PostMapping("/{id}/retirement")
    String retire(@PathVariable UUID id, RedirectAttributes redirect) {
        switch (retireQuestionnaire.retire(id)) {
            case Outcome.Done<Questionnaire> ignored -> Flash.success(redirect, "questionnaires.retired");
            case Outcome.Refused<Questionnaire>(var refusal) ->
                Flash.danger(redirect, refusal.messageKey(), refusal.arguments().toArray());
        }
        return HERE + "/" + id;
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable UUID id, RedirectAttributes redirect) {
        retireQuestionnaire.restore(id).orThrow();
        Flash.success(redirect, "questionnaires.restored");
        return HERE + "/" + id;
    }

    private String listPage(Model model) {
        model.addAttribute("questionnaires", shelf.all());
        return "questionnaires/list";
    }
}
