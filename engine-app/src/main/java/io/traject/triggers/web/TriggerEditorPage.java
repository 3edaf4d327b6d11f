package io.traject.triggers.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.events.EventCatalogue;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.triggers.editing.RuleWords;
import io.traject.triggers.editing.SaveTrigger;
import io.traject.triggers.editing.SaveTrigger.Draft;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.editing.TriggerName;
import io.traject.triggers.editing.TriggerVersion;
import io.traject.web.Flash;
import io.traject.web.Meaning;
import io.traject.web.Overtaken;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of a trigger. Each of its buttons sends the whole form, so that nothing typed is ever lost. */
@Controller
@RequestMapping("/admin/triggers")
class TriggerEditorPage {

    private static final String EDITOR = "triggers/edit";
    private static final String NEW = "/admin/triggers/new";

    private final TriggerBook book;
    private final SaveTrigger save;
    private final EventCatalogue events;
    private final EditorViews views;
    private final FormFaults faults;
    private final RuleWords words;
    private final Authorization authorization;
    private final MessageSource messages;

    TriggerEditorPage(
            TriggerBook book,
            SaveTrigger save,
            EventCatalogue events,
            EditorViews views,
            FormFaults faults,
            RuleWords words,
            Authorization authorization,
            MessageSource messages) {
        this.book = book;
        this.save = save;
        this.events = events;
        this.views = views;
        this.faults = faults;
        this.words = words;
        this.authorization = authorization;
        this.messages = messages;
    }

    @GetMapping("/new")
    String blank(Locale locale, Model model) {
        return show(NEW, TriggerForm.BLANK, List.of(), locale, model);
    }

    @PostMapping("/new")
    String create(
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        organisation();
        return answer(null, NEW, sent, locale, model, response, redirect);
    }

    /** @param version number of an earlier one to start from */
    @GetMapping("/{id}/edit")
    String edit(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            Locale locale,
            Model model) {
        Trigger trigger = book.get(id);
        TriggerVersion from =
                version == null ? trigger.newest() : trigger.version(version).orElseThrow(NotFoundException::new);
        TriggerForm form = TriggerForm.of(trigger, from);
        model.addAttribute("trigger", trigger);
        model.addAttribute("restored", version);
        List<Fault> mistakes = faults.mistakes(trigger.organisation(), form, Language.of(locale));
        return show(page(id), form, mistakes, locale, model);
    }

    @PostMapping("/{id}/edit")
    String save(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Trigger trigger = book.get(id);
        model.addAttribute("trigger", trigger);
        return answer(trigger, page(id), sent, locale, model, response, redirect);
    }

    private String answer(
            @Nullable Trigger trigger,
            String path,
            MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Language language = Language.of(locale);
        TriggerForm form = TriggerFormReader.read(sent);
        EditorCommand command = EditorCommand.parse(Objects.requireNonNullElse(sent.getFirst("do"), ""));
        if (!command.saves()) {
            TriggerForm changed = command.apply(
                    form,
                    events.fields(organisation(), form.event()),
                    Objects.requireNonNullElse(sent.getFirst("newAction"), ""));
            List<Fault> unfit = faults.unfit(organisation(), changed, language);
            model.addAttribute(
                    "editor", views.view(organisation(), path, changed, unfit, command.focus(changed), language));
            return EDITOR;
        }
        List<Fault> unstorable = faults.unstorable(form, language);
        if (!unstorable.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(path, form, unstorable, locale, model);
        }
        try {
            return switch (store(trigger, form)) {
                case Outcome.Done<Trigger>(Trigger saved) -> {
                    int open = faults.mistakes(saved.organisation(), form, language)
                            .size();
                    redirect.addFlashAttribute(
                            Flash.ATTRIBUTE,
                            open == 0
                                    ? Flash.of(Meaning.SUCCESS, "triggers.editor.saved")
                                    : Flash.of(Meaning.WARNING, "triggers.editor.savedWithMistakes", open));
                    yield "redirect:" + (open == 0 ? "/admin/triggers/" + saved.id() : page(saved.id()));
                }
                case Outcome.Refused<Trigger>(Refusal refusal) -> {
                    response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                    Fault taken = faults.fault(
                            "name",
                            refusal.messageKey(),
                            language,
                            refusal.arguments().toArray());
                    yield show(path, form, List.of(taken), locale, model);
                }
            };
        } catch (OptimisticLockingFailureException overtaken) {
            Trigger stored = book.get(Objects.requireNonNull(trigger).id());
            model.addAttribute("overtaken", overtaken(stored, form, language));
            return show(path, form.startedFrom(stored.version()), List.of(), locale, model);
        }
    }

    private Outcome<Trigger> store(@Nullable Trigger trigger, TriggerForm form) {
        Draft draft = new Draft(
                new TriggerName(form.name(), form.description()), faults.content(organisation(), form), form.comment());
        return trigger == null ? save.create(draft) : save.save(trigger.id(), draft, OptionalLong.of(form.version()));
    }

    private Overtaken overtaken(Trigger stored, TriggerForm typed, Language language) {
        return Overtaken.between(
                        inWords(TriggerForm.of(stored, stored.newest()), stored.organisation(), language),
                        inWords(typed, stored.organisation(), language))
                .by(stored.changedBy());
    }

    private Map<String, String> inWords(TriggerForm form, UUID organisation, Language language) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put(text("triggers.editor.name", language), form.name());
        said.put(text("triggers.editor.description", language), form.description());
        said.put(
                text("triggers.editor.rule", language),
                words.sentence(organisation, faults.content(organisation, form), language));
        said.put(text("triggers.editor.from", language), form.from());
        said.put(text("triggers.editor.until", language), form.until());
        return said;
    }

    private String show(String path, TriggerForm form, List<Fault> found, Locale locale, Model model) {
        model.addAttribute("editor", views.view(organisation(), path, form, found, "", Language.of(locale)));
        return EDITOR;
    }

    private UUID organisation() {
        return authorization.organisation(Permission.TRIGGERS_EDIT);
    }

    private String text(String key, Language language) {
        return messages.getMessage(key, null, language.locale());
    }

    private static String page(UUID id) {
        return "/admin/triggers/" + id + "/edit";
    }
}
