package io.traject.agenda.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.agenda.ConsultationType;
import io.traject.agenda.ConsultationTypeCatalogue;
import io.traject.agenda.ConsultationTypeDetails;
import io.traject.agenda.KeepConsultationTypes;
import io.traject.agenda.TypeCode;
import io.traject.cases.CaseType;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.web.Flash;
import io.traject.web.Option;
import io.traject.web.Overtaken;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.dao.OptimisticLockingFailureException;
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

/** The consultation types of the administrator's organisation. */
@Controller
@RequestMapping("/admin/consultation-types")
class ConsultationTypesPage {

    private static final String LIST = "redirect:/admin/consultation-types";
    private static final String FORM = "agenda/type";

    private final KeepConsultationTypes keep;
    private final ConsultationTypeCatalogue catalogue;
    private final Languages languages;
    private final Authorization authorization;
    private final MessageSource messages;

    ConsultationTypesPage(
            KeepConsultationTypes keep,
            ConsultationTypeCatalogue catalogue,
            Languages languages,
            Authorization authorization,
            MessageSource messages) {
        this.keep = keep;
        this.catalogue = catalogue;
        this.languages = languages;
        this.authorization = authorization;
        this.messages = messages;
    }

    /** A type in the list. @param uses by how many requests */
    record Line(ConsultationTypeCatalogue.Entry type, long uses) {}

    @GetMapping
    String list(Model model, Locale locale) {
        UUID organisation = authorization.organisation(Permission.CONFIGURATION);
        Map<UUID, Long> uses = keep.uses();
        model.addAttribute(
                "lines",
                catalogue.all(organisation, Language.of(locale)).stream()
                        .map(type -> new Line(type, uses.getOrDefault(type.id(), 0L)))
                        .toList());
        return "agenda/types";
    }

    @GetMapping("/new")
    String blank(Model model, Locale locale) {
        authorization.organisation(Permission.CONFIGURATION);
        model.addAttribute("form", ConsultationTypeForm.BLANK);
        return form(Optional.empty(), model, locale);
    }

    @PostMapping("/new")
    String add(
            @Valid @ModelAttribute("form") ConsultationTypeForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        authorization.organisation(Permission.CONFIGURATION);
        Optional<TypeCode> code = form.typeCode(errors, languages);
        Optional<ConsultationTypeDetails> details = form.details(errors, languages, Optional.empty());
        if (code.isEmpty() || details.isEmpty()) {
            return form(Optional.empty(), model, locale);
        }
        return switch (keep.add(code.get(), details.get())) {
            case Outcome.Done<ConsultationType>(ConsultationType type) -> {
                Flash.success(redirect, "agenda.type.added", type.name().in(Language.of(locale)));
                yield LIST;
            }
            case Outcome.Refused<ConsultationType>(Refusal refusal) -> {
                tell(refusal, form, errors);
                yield form(Optional.empty(), model, locale);
            }
        };
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID id, Model model, Locale locale) {
        ConsultationType type = keep.get(id);
        model.addAttribute("form", ConsultationTypeForm.of(type));
        return form(Optional.of(type), model, locale);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ConsultationTypeForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        ConsultationType type = keep.get(id);
        Optional<ConsultationTypeDetails> details = form.details(errors, languages, Optional.of(type.name()));
        if (details.isEmpty()) {
            return form(Optional.of(type), model, locale);
        }
        try {
            if (keep.change(id, details.get(), form.version())
                    instanceof Outcome.Refused<ConsultationType>(Refusal refusal)) {
                tell(refusal, form, errors);
                return form(Optional.of(type), model, locale);
            }
        } catch (OptimisticLockingFailureException somebodyElse) {
            return overtaken(keep.get(id), form, model, locale);
        }
        Flash.success(redirect, "agenda.type.changed", details.get().name().in(Language.of(locale)));
        return LIST;
    }

    @PostMapping("/{id}/retirement")
    String retire(@PathVariable UUID id, @RequestParam long version, Locale locale, RedirectAttributes redirect) {
        ConsultationType type = keep.retire(id, version);
        Flash.success(redirect, "agenda.type.retired", type.name().in(Language.of(locale)));
        return LIST;
    }

    @PostMapping("/{id}/revival")
    String revive(@PathVariable UUID id, @RequestParam long version, Locale locale, RedirectAttributes redirect) {
        ConsultationType type = keep.revive(id, version).orThrow();
        Flash.success(redirect, "agenda.type.revived", type.name().in(Language.of(locale)));
        return LIST;
    }

    @GetMapping("/{id}/removal")
    String askRemoval(@PathVariable UUID id, Locale locale, Model model) {
        ConsultationType type = keep.get(id);
        model.addAttribute("type", type);
        model.addAttribute("name", type.name().in(Language.of(locale)));
        model.addAttribute("consequences", List.of(text("agenda.type.removal.what", locale)));
        return "agenda/type-removal";
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable UUID id, @RequestParam long version, Locale locale, RedirectAttributes redirect) {
        ConsultationType type = keep.delete(id, version).orThrow();
        Flash.success(redirect, "agenda.type.removed", type.name().in(Language.of(locale)));
        return LIST;
    }

    private String form(Optional<ConsultationType> type, Model model, Locale locale) {
        model.addAttribute("type", type.orElse(null));
        model.addAttribute(
                "name", type.map(one -> one.name().in(Language.of(locale))).orElse(""));
        model.addAttribute("uses", type.map(one -> keep.uses(one.id())).orElse(0L));
        model.addAttribute("offered", languages.offered());
        model.addAttribute("standard", languages.standard());
        model.addAttribute(
                "caseTypes",
                CaseType.aboutEmployees().stream()
                        .map(one -> new Option(one.name(), text("cases.type." + one, locale)))
                        .toList());
        return FORM;
    }

    /** The form as it was typed, with what somebody else saved meanwhile. */
    private String overtaken(ConsultationType stored, ConsultationTypeForm typed, Model model, Locale locale) {
        model.addAttribute(
                "overtaken", Overtaken.between(words(ConsultationTypeForm.of(stored), locale), words(typed, locale)));
        model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
        model.addAttribute("form", typed.begunFrom(stored.version()));
        return form(Optional.of(stored), model, locale);
    }

    private Map<String, String> words(ConsultationTypeForm form, Locale locale) {
        Map<String, String> words = new LinkedHashMap<>();
        languages
                .offered()
                .forEach(language -> words.put(text("agenda.type.name." + language, locale), form.name(language)));
        words.put(text("agenda.type.minutes", locale), form.minutes());
        words.put(
                text("agenda.type.preferred", locale),
                CaseType.aboutEmployees().stream()
                        .filter(type -> type.name().equals(form.preferredCaseType()))
                        .findFirst()
                        .map(type -> text("cases.type." + type, locale))
                        .orElse(""));
        words.put(
                text("agenda.type.noDuplicates", locale),
                text(form.noDuplicates() ? "agenda.yes" : "agenda.no", locale));
        words.put(text("agenda.type.reminderDays", locale), form.reminderDays());
        return words;
    }

    /** Beside the field that it is about. */
    private void tell(Refusal refusal, ConsultationTypeForm form, BindingResult errors) {
        String field = refusal.code().equals("consultation-type-code-taken")
                ? "code"
                : languages.offered().stream()
                        .filter(language -> refusal.arguments().contains(form.name(language)))
                        .findFirst()
                        .map(ConsultationTypeForm::field)
                        .orElse(ConsultationTypeForm.field(languages.standard()));
        errors.rejectValue(field, refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, new Object[0], locale);
    }
}
