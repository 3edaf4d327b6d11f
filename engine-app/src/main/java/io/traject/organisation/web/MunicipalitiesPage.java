package io.traject.organisation.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.ChangeMunicipality;
import io.traject.organisation.ManagedMunicipalities;
import io.traject.organisation.Municipality;
import io.traject.organisation.OrganisationRegister;
import io.traject.organisation.RegisterMunicipality;
import io.traject.organisation.tree.NodeKind;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisations of the installation, and its municipalities: add, change. */
@Controller
@RequestMapping("/admin/municipalities")
class MunicipalitiesPage {

    private static final String LIST = "redirect:/admin/municipalities";
    private static final String FORM = "organisation/municipality";

    private final OrganisationRegister organisations;
    private final ManagedMunicipalities municipalities;
    private final RegisterMunicipality registerMunicipality;
    private final ChangeMunicipality changeMunicipality;
    private final Authorization authorization;

    MunicipalitiesPage(
            OrganisationRegister organisations,
            ManagedMunicipalities municipalities,
            RegisterMunicipality registerMunicipality,
            ChangeMunicipality changeMunicipality,
            Authorization authorization) {
        this.organisations = organisations;
        this.municipalities = municipalities;
        this.registerMunicipality = registerMunicipality;
        this.changeMunicipality = changeMunicipality;
        this.authorization = authorization;
    }

    record Row(
            String path,
            NodeKind kind,
            String name,
            @Nullable String city,
            @Nullable String email,
            Instant createdAt) {

        static Row of(OrganisationRegister.Entry entry) {
            String pages = entry.kind() == NodeKind.PROVIDER ? "/admin/providers/" : "/admin/municipalities/";
            return new Row(
                    pages + entry.id(),
                    entry.kind(),
                    entry.name(),
                    entry.city().orElse(null),
                    entry.email().orElse(null),
                    entry.createdAt());
        }
    }

    /** Before anything typed is looked at. */
    @ModelAttribute
    void admit() {
        authorization.requireForInstallation(Permission.ADMINISTRATION);
    }

    @GetMapping
    String list(
            @ListDefaults(
                            sort = "name",
                            sortable = {"name", "createdAt"})
                    ListQuery query,
            Model model) {
        model.addAttribute(
                "list",
                new ListPage<>(
                                query,
                                organisations.list(
                                        query.sort().equals("createdAt")
                                                ? OrganisationRegister.Order.CREATED_AT
                                                : OrganisationRegister.Order.NAME,
                                        query.descending(),
                                        query.offset(),
                                        query.size()),
                                organisations.count(),
                                false)
                        .map(Row::of));
        return "organisation/municipalities";
    }

    @GetMapping("/new")
    String blank(Model model) {
        model.addAttribute("form", MunicipalityForm.BLANK);
        return FORM;
    }

    @PostMapping("/new")
    String register(
            @Valid @ModelAttribute("form") MunicipalityForm form, BindingResult errors, RedirectAttributes redirect) {
        return save(form, errors, registerMunicipality::register, "organisation.municipality.registered", redirect);
    }

    @GetMapping("/{id}")
    String edit(@PathVariable UUID id, Model model) {
        model.addAttribute("form", MunicipalityForm.of(municipalities.get(id)));
        return FORM;
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") MunicipalityForm form,
            BindingResult errors,
            RedirectAttributes redirect) {
        return save(
                form,
                errors,
                details -> changeMunicipality.change(id, details, form.version()),
                "organisation.municipality.changed",
                redirect);
    }

    private static String save(
            MunicipalityForm form,
            BindingResult errors,
            Function<Municipality.Details, Outcome<Municipality>> useCase,
            String savedKey,
            RedirectAttributes redirect) {
        Optional<Municipality.Details> details = form.details(errors);
        if (details.isEmpty()) {
            return FORM;
        }
        return switch (useCase.apply(details.get())) {
            case Outcome.Done<Municipality>(Municipality municipality) -> {
                Flash.success(redirect, savedKey, municipality.name());
                yield LIST;
            }
            case Outcome.Refused<Municipality>(Refusal refusal) -> {
                errors.rejectValue(
                        "name", refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
                yield FORM;
            }
        };
    }
}
