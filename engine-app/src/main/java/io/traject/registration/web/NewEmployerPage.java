package io.traject.registration.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Country;
import io.traject.kernel.Language;
import io.traject.organisation.employers.DraftEmployer;
import io.traject.organisation.employers.Employer;
import io.traject.organisation.employers.EmployerRegistration;
import io.traject.web.Flash;
import io.traject.web.Option;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds an employer with its name and country; whoever wants to registers it further at once. */
@Controller
@RequestMapping("/employers/new")
class NewEmployerPage {

    private static final String FORM = "registration/new";

    private final DraftEmployer draftEmployer;
    private final Authorization authorization;

    NewEmployerPage(DraftEmployer draftEmployer, Authorization authorization) {
        this.draftEmployer = draftEmployer;
        this.authorization = authorization;
    }

    record DraftForm(@Nullable String name, @Nullable String country) {}

    @ModelAttribute
    void admit() {
        authorization.organisation(Permission.EMPLOYERS_REGISTER);
    }

    @ModelAttribute("countries")
    List<Option> countries(Locale locale) {
        return Choices.countries(Language.of(locale));
    }

    @GetMapping
    String blank(Model model) {
        model.addAttribute("form", new DraftForm("", Country.NETHERLANDS.code()));
        return FORM;
    }

    @PostMapping
    String draft(
            @ModelAttribute("form") DraftForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean further,
            RedirectAttributes redirect) {
        Optional<String> name = Optional.ofNullable(form.name()).filter(EmployerRegistration::isName);
        Optional<Country> country = Optional.ofNullable(form.country()).flatMap(Country::parse);
        if (name.isEmpty()) {
            Mistakes.name(errors);
        }
        if (country.isEmpty()) {
            Mistakes.country(errors, form.country());
        }
        if (errors.hasErrors()) {
            return FORM;
        }
        Employer drafted = draftEmployer.draft(name.orElseThrow(), country.orElseThrow());
        Flash.success(redirect, "registration.drafted", drafted.name());
        return further ? "redirect:/employers/" + drafted.id() + "/registration" : "redirect:/employers/drafts";
    }
}
