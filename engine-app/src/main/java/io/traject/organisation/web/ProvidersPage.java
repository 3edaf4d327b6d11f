package io.traject.organisation.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.OrganisationRegister;
import io.traject.organisation.RegisterProvider;
import io.traject.organisation.tree.Node;
import io.traject.web.Flash;
import jakarta.validation.Valid;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The providers of the installation: add, change; they are listed with the municipalities. */
@Controller
@RequestMapping("/admin/providers")
class ProvidersPage {

    private static final String FORM = "organisation/provider";

    private final OrganisationRegister organisations;
    private final RegisterProvider registerProvider;
    private final Authorization authorization;

    ProvidersPage(OrganisationRegister organisations, RegisterProvider registerProvider, Authorization authorization) {
        this.organisations = organisations;
        this.registerProvider = registerProvider;
        this.authorization = authorization;
    }

    /** Before anything typed is looked at. */
    @ModelAttribute
    void admit() {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", ProviderForm.BLANK);
        return FORM;
    }

    @PostMapping("/new")
    String register(
            @Valid @ModelAttribute("form") ProviderForm form, BindingResult errors, RedirectAttributes redirect) {
        return save(errors, () -> registerProvider.register(form.name()), "organisation.provider.registered", redirect);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("form", ProviderForm.of(organisations.provider(id)));
        return FORM;
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") ProviderForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        return save(
                errors,
                () -> organisations.renameProvider(id, form.name(), form.version()),
                "organisation.provider.changed",
                redirect);
    }

    private static String save(
            BindingResult errors, Supplier<Outcome<Node>> useCase, String savedKey, RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return FORM;
        }
        return switch (useCase.get()) {
            case Outcome.Done<Node>(Node provider) -> {
                Flash.success(redirect, savedKey, provider.name());
                yield "redirect:/admin/municipalities";
            }
            case Outcome.Refused<Node>(Refusal refusal) -> {
                errors.rejectValue(
                        "name", refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
                yield FORM;
            }
        };
    }
}
