package io.traject.organisation.configuration.web;

import static java.util.stream.Collectors.toMap;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.organisation.configuration.Changed;
import io.traject.organisation.configuration.ConfigureProfile;
import io.traject.organisation.configuration.EmployerField;
import io.traject.organisation.configuration.EmployerProfile;
import io.traject.organisation.configuration.FieldUse;
import io.traject.organisation.configuration.ProfileConfiguration;
import io.traject.web.Flash;
import io.traject.web.Option;
import io.traject.web.Overtaken;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What "add employer" asks: a use for each field (A2). */
@Controller
@RequestMapping("/admin/configuration/profile")
class ProfileConfigurationPage {

    private static final String PAGE = "organisation/configuration/profile";

    private final ProfileConfiguration profiles;
    private final ConfigureProfile configureProfile;
    private final Authorization authorization;
    private final MessageSource messages;

    ProfileConfigurationPage(
            ProfileConfiguration profiles,
            ConfigureProfile configureProfile,
            Authorization authorization,
            MessageSource messages) {
        this.profiles = profiles;
        this.configureProfile = configureProfile;
        this.authorization = authorization;
        this.messages = messages;
    }

    /** A field with its use, as chosen. */
    record Row(EmployerField field, FieldUse use) {}

    @GetMapping
    String show(Model model, Locale locale) {
        EmployerProfile profile = profile();
        return form(profile.uses(), profile, model, locale);
    }

    @PostMapping
    String save(
            @RequestParam Map<String, String> typed,
            @RequestParam long version,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        Map<EmployerField, FieldUse> uses = uses(typed);
        try {
            configureProfile.configure(uses, version);
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException overtaken) {
            EmployerProfile stored = profile();
            Overtaken differences = Overtaken.between(words(stored.uses(), locale), words(uses, locale));
            model.addAttribute(
                    "overtaken",
                    stored.changed().map(Changed::by).map(differences::by).orElse(differences));
            return form(uses, stored, model, locale);
        }
        Flash.success(redirect, "organisation.profile.saved");
        return "redirect:/admin/configuration/profile";
    }

    private EmployerProfile profile() {
        return profiles.of(authorization.organisation(Permission.CONFIGURATION));
    }

    private String form(Map<EmployerField, FieldUse> uses, EmployerProfile stored, Model model, Locale locale) {
        model.addAttribute(
                "rows",
                Arrays.stream(EmployerField.values())
                        .map(field -> new Row(field, uses.getOrDefault(field, stored.use(field))))
                        .toList());
        model.addAttribute(
                "uses",
                Arrays.stream(FieldUse.values())
                        .map(use -> new Option(use.name(), word(use, locale)))
                        .toList());
        model.addAttribute("stored", stored);
        return PAGE;
    }

    /** Parameters are named like the fields; what is no use is left as it is. */
    private static Map<EmployerField, FieldUse> uses(Map<String, String> typed) {
        Map<EmployerField, FieldUse> uses = new EnumMap<>(EmployerField.class);
        for (EmployerField field : EmployerField.values()) {
            use(typed.getOrDefault(field.key(), "")).ifPresent(use -> uses.put(field, use));
        }
        return uses;
    }

    private static Optional<FieldUse> use(String name) {
        return Arrays.stream(FieldUse.values())
                .filter(use -> use.name().equals(name))
                .findFirst();
    }

    private Map<String, String> words(Map<EmployerField, FieldUse> uses, Locale locale) {
        return uses.entrySet().stream()
                .collect(toMap(
                        entry -> messages.getMessage(entry.getKey().labelKey(), null, locale),
                        entry -> word(entry.getValue(), locale),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }

    private String word(FieldUse use, Locale locale) {
        return messages.getMessage("organisation.profile.use." + use, null, locale);
    }
}
