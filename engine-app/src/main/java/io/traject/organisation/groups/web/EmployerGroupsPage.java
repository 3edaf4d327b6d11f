package io.traject.organisation.groups.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.groups.EmployerGroup;
import io.traject.organisation.groups.EmployerGroupBook;
import io.traject.organisation.groups.KeepEmployerGroups;
import io.traject.web.Flash;
import io.traject.web.Overtaken;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

/** Employer groups: which there are, who is in them. */
@Controller
@RequestMapping("/employer-groups")
class EmployerGroupsPage {

    private static final String FORM = "organisation/groups/edit";

    private final EmployerGroupBook book;
    private final KeepEmployerGroups keep;
    private final Authorization authorization;
    private final MessageSource messages;

    EmployerGroupsPage(
            EmployerGroupBook book, KeepEmployerGroups keep, Authorization authorization, MessageSource messages) {
        this.book = book;
        this.keep = keep;
        this.authorization = authorization;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("groups", book.all());
        model.addAttribute("mayMake", authorization.mayForOrganisation(Permission.ORGANISATION_EDIT));
        return "organisation/groups/list";
    }

    @GetMapping("/new")
    String blank(Model model) {
        authorization.organisation(Permission.ORGANISATION_EDIT);
        model.addAttribute("form", EmployerGroupForm.BLANK);
        return FORM;
    }

    @PostMapping("/new")
    String create(
            @Valid @ModelAttribute("form") EmployerGroupForm form, BindingResult errors, RedirectAttributes redirect) {
        authorization.organisation(Permission.ORGANISATION_EDIT);
        if (errors.hasErrors()) {
            return FORM;
        }
        return switch (keep.create(form.name())) {
            case Outcome.Done<EmployerGroup>(EmployerGroup group) -> {
                Flash.success(redirect, "organisation.groups.created", group.name());
                yield "redirect:/employer-groups/" + group.id();
            }
            case Outcome.Refused<EmployerGroup>(Refusal refusal) -> refused(refusal, errors);
        };
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute("group", book.get(id));
        model.addAttribute("members", book.members(id));
        model.addAttribute("mayRename", authorization.mayForOrganisation(Permission.ORGANISATION_EDIT));
        model.addAttribute("mayEdit", authorization.may(Permission.ORGANISATION_EDIT));
        return "organisation/groups/show";
    }

    @GetMapping("/{id}/edit")
    String edit(@PathVariable UUID id, Model model) {
        authorization.organisation(Permission.ORGANISATION_EDIT);
        EmployerGroup group = book.get(id);
        model.addAttribute("group", group);
        model.addAttribute("form", EmployerGroupForm.of(group));
        return FORM;
    }

    @PostMapping("/{id}/edit")
    String rename(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") EmployerGroupForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        authorization.organisation(Permission.ORGANISATION_EDIT);
        model.addAttribute("group", book.get(id));
        if (errors.hasErrors()) {
            return FORM;
        }
        try {
            if (keep.rename(id, form.name(), form.version())
                    instanceof Outcome.Refused<EmployerGroup>(Refusal refusal)) {
                return refused(refusal, errors);
            }
        } catch (OptimisticLockingFailureException overtaken) {
            EmployerGroup stored = book.get(id);
            String label = messages.getMessage("organisation.groups.name", null, locale);
            model.addAttribute(
                    "overtaken", Overtaken.between(Map.of(label, stored.name()), Map.of(label, form.name())));
            model.asMap().remove(BindingResult.MODEL_KEY_PREFIX + "form");
            model.addAttribute("form", new EmployerGroupForm(form.name(), stored.version()));
            return FORM;
        }
        Flash.success(redirect, "organisation.groups.renamed", form.name());
        return "redirect:/employer-groups/" + id;
    }

    @GetMapping("/{id}/employers/new")
    String search(@PathVariable UUID id, @RequestParam(defaultValue = "") String q, Model model) {
        authorization.require(Permission.ORGANISATION_EDIT);
        List<EmployerGroupBook.Member> offered = book.addable(id, q);
        model.addAttribute("group", book.get(id));
        model.addAttribute("q", q);
        model.addAttribute("offered", offered);
        model.addAttribute("more", offered.size() == EmployerGroupBook.OFFERED);
        return "organisation/groups/add";
    }

    @PostMapping("/{id}/employers/new")
    String add(
            @PathVariable UUID id, @RequestParam(defaultValue = "") Set<UUID> employer, RedirectAttributes redirect) {
        keep.add(id, employer);
        if (employer.isEmpty()) {
            Flash.danger(redirect, "organisation.groups.chooseFirst");
            return "redirect:/employer-groups/" + id + "/employers/new";
        }
        Flash.success(redirect, "organisation.groups.added", employer.size());
        return "redirect:/employer-groups/" + id;
    }

    @PostMapping("/{id}/employers/{employer}/removal")
    String takeOut(@PathVariable UUID id, @PathVariable UUID employer, RedirectAttributes redirect) {
        keep.remove(id, employer);
        Flash.success(redirect, "organisation.groups.takenOut");
        return "redirect:/employer-groups/" + id;
    }

    @GetMapping("/{id}/removal")
    String askRemoval(@PathVariable UUID id, Locale locale, Model model) {
        authorization.organisation(Permission.ORGANISATION_EDIT);
        model.addAttribute("group", book.get(id));
        model.addAttribute(
                "consequences", List.of(messages.getMessage("organisation.groups.removal.what", null, locale)));
        return "organisation/groups/removal";
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        Flash.success(
                redirect,
                "organisation.groups.removed",
                keep.remove(id, version).name());
        return "redirect:/employer-groups";
    }

    private static String refused(Refusal refusal, BindingResult errors) {
        errors.rejectValue("name", refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
        return FORM;
    }
}
