package io.traject.registration.web;

import io.traject.access.Permission;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.configuration.EmployerField;
import io.traject.organisation.employers.Employer;
import io.traject.organisation.employers.EmployerAction;
import io.traject.organisation.employers.EmployerDirectory;
import io.traject.organisation.employers.EmployerRegistration;
import io.traject.organisation.employers.EmployerState;
import io.traject.organisation.employers.RegisterEmployer;
import io.traject.organisation.employers.RegistrationItem;
import io.traject.organisation.employers.Shortcoming;
import io.traject.registration.RegistrationInput;
import io.traject.registration.ViewEmployer;
import io.traject.registration.ViewEmployer.Seen;
import io.traject.web.Flash;
import io.traject.web.Overtaken;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
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

/** The registration of an employer: saved at any time, complete or not, and what is still missing. */
@Controller
@RequestMapping("/employers/{id}/registration")
class RegistrationPage {

    private final EmployerDirectory employers;
    private final RegisterEmployer registerEmployer;
    private final ViewEmployer viewEmployer;
    private final Languages languages;
    private final MessageSource messages;

    RegistrationPage(
            EmployerDirectory employers,
            RegisterEmployer registerEmployer,
            ViewEmployer viewEmployer,
            Languages languages,
            MessageSource messages) {
        this.employers = employers;
        this.registerEmployer = registerEmployer;
        this.viewEmployer = viewEmployer;
        this.languages = languages;
        this.messages = messages;
    }

    /** What is missing, with the place in the form where it is mended. */
    record Gap(String anchor, String message) {}

    @GetMapping
    String show(@PathVariable UUID id, Model model, Locale locale) {
        Seen seen = see(id);
        model.addAttribute("form", seen.registration());
        model.addAttribute("version", seen.employer().version());
        return page(seen, model, locale);
    }

    @PostMapping
    String save(
            @PathVariable UUID id,
            @ModelAttribute("form") RegistrationInput form,
            BindingResult errors,
            @RequestParam long version,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Seen before = see(id);
        model.addAttribute("version", version);
        check(form, before.employer(), errors, locale);
        if (errors.hasErrors()) {
            return page(before, model, locale);
        }
        try {
            return switch (registerEmployer.register(id, form.registration().orElseThrow(), OptionalLong.of(version))) {
                case Outcome.Done<Employer>(Employer saved) -> saved(saved, redirect);
                case Outcome.Refused<Employer>(Refusal refusal) -> {
                    errors.reject(refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
                    yield page(before, model, locale);
                }
            };
        } catch (OptimisticLockingFailureException someoneWasFaster) {
            Seen now = see(id);
            model.addAttribute("version", now.employer().version());
            model.addAttribute("overtaken", overtaken(now, form, locale));
            return page(now, model, locale);
        }
    }

    private Seen see(UUID id) {
        return viewEmployer.see(employers.get(id, Permission.EMPLOYERS_REGISTER));
    }

    private void check(RegistrationInput form, Employer employer, BindingResult errors, Locale locale) {
        if (!form.hasName()) {
            Mistakes.name(errors);
        }
        if (form.knownCountry().isEmpty()) {
            Mistakes.country(errors, form.country());
        }
        Stream.concat(form.unfit().stream(), notOffered(form, employer))
                .distinct()
                .forEach(item -> Mistakes.item(
                        errors, item, messages.getMessage(RegistrationSection.labelKey(item), null, locale)));
    }

    private Stream<RegistrationItem> notOffered(RegistrationInput form, Employer employer) {
        String typed = form.items().getOrDefault(RegistrationItem.LANGUAGE, "");
        return typed.isEmpty()
                        || choosable(employer).stream().map(Language::code).anyMatch(typed::equalsIgnoreCase)
                ? Stream.empty()
                : Stream.of(RegistrationItem.LANGUAGE);
    }

    private static String saved(Employer saved, RedirectAttributes redirect) {
        if (saved.state() == EmployerState.DRAFT) {
            Flash.info(redirect, "registration.saved.incomplete", saved.name());
        } else {
            Flash.success(redirect, "registration.saved.complete", saved.name());
        }
        return "redirect:/employers/" + saved.id() + "/registration";
    }

    private String page(Seen seen, Model model, Locale locale) {
        model.addAttribute("employer", seen.employer());
        model.addAttribute("gaps", seen.employer().isUnpublished() ? gaps(seen, locale) : List.of());
        model.addAttribute(
                "sections", RegistrationSection.of(seen.profile(), choosable(seen.employer()), messages, locale));
        model.addAttribute("countries", Choices.countries(Language.of(locale)));
        model.addAttribute("mayRegister", seen.allows(EmployerAction.REGISTER));
        model.addAttribute("mayPublish", seen.allows(EmployerAction.PUBLISH));
        model.addAttribute("mayCancel", seen.allows(EmployerAction.CANCEL));
        return "registration/registration";
    }

    private List<Language> choosable(Employer employer) {
        return languages.choosable(employer.registration().language());
    }

    private List<Gap> gaps(Seen seen, Locale locale) {
        return seen.shortcomings().stream()
                .map(shortcoming -> new Gap(
                        anchor(shortcoming),
                        messages.getMessage(
                                shortcoming.messageKey(),
                                new Object[] {messages.getMessage(shortcoming.labelKey(), null, locale)},
                                locale)))
                .toList();
    }

    private static String anchor(Shortcoming shortcoming) {
        return Arrays.stream(EmployerField.values())
                .filter(field -> field.key().equals(shortcoming.field()))
                .map(field -> RegistrationItem.of(field).getFirst().key())
                .findFirst()
                .orElse(shortcoming.field());
    }

    private Overtaken overtaken(Seen now, RegistrationInput typed, Locale locale) {
        // As it would be kept, so that blanks and capitals are no difference.
        Optional<EmployerRegistration> kept = typed.registration();
        RegistrationInput wanted =
                kept.map(one -> RegistrationInput.of(one, field -> true)).orElse(typed);
        return Overtaken.between(byLabel(now.registration(), locale), byLabel(wanted, locale))
                .by(now.employer().workedOnByName());
    }

    private Map<String, String> byLabel(RegistrationInput input, Locale locale) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                messages.getMessage("registration.item.name", null, locale),
                Objects.requireNonNullElse(input.name(), ""));
        texts.put(
                messages.getMessage("registration.item.country", null, locale),
                input.knownCountry()
                        .map(country -> country.name(Language.of(locale)))
                        .orElse(""));
        for (RegistrationItem item : RegistrationItem.values()) {
            String label = messages.getMessage(RegistrationSection.labelKey(item), null, locale);
            String field = messages.getMessage(item.field().labelKey(), null, locale);
            texts.put(
                    label.equals(field) ? label : field + ": " + label,
                    input.items().getOrDefault(item, ""));
        }
        return texts;
    }
}
