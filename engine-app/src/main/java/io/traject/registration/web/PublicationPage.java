package io.traject.registration.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.employers.Employer;
import io.traject.organisation.employers.EmployerAction;
import io.traject.organisation.employers.EmployerDirectory;
import io.traject.organisation.employers.PublishEmployer;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import io.traject.registration.ViewEmployer;
import io.traject.web.Flash;
import io.traject.web.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
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

/** Where a registered employer comes to stand, and what follows from publishing it. */
@Controller
@RequestMapping("/employers/{id}/publication")
class PublicationPage {

    private final EmployerDirectory employers;
    private final PublishEmployer publishEmployer;
    private final ViewEmployer viewEmployer;
    private final Tree tree;
    private final Authorization authorization;

    PublicationPage(
            EmployerDirectory employers,
            PublishEmployer publishEmployer,
            ViewEmployer viewEmployer,
            Tree tree,
            Authorization authorization) {
        this.employers = employers;
        this.publishEmployer = publishEmployer;
        this.viewEmployer = viewEmployer;
        this.tree = tree;
        this.authorization = authorization;
    }

    /** @param place id of the folder, or of the organisation itself */
    record PlaceForm(@Nullable UUID place, long version) {}

    @GetMapping
    String ask(@PathVariable UUID id, Model model) {
        Employer employer = employers.get(id, Permission.EMPLOYERS_PUBLISH);
        model.addAttribute("form", new PlaceForm(employer.organisation(), employer.version()));
        return page(employer, model);
    }

    @PostMapping
    String publish(
            @PathVariable UUID id,
            @ModelAttribute("form") PlaceForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Employer employer = employers.get(id, Permission.EMPLOYERS_PUBLISH);
        if (errors.hasErrors() || form.place() == null) {
            return page(employer, model);
        }
        Outcome<Employer> outcome =
                publishEmployer.publish(id, Optional.of(form.place()), OptionalLong.of(form.version()));
        if (outcome instanceof Outcome.Refused<Employer>(Refusal refusal)) {
            errors.rejectValue(
                    "place", refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
            return page(employer, model);
        }
        Flash.success(redirect, "registration.published", employer.name());
        return "redirect:/employers/" + id;
    }

    private String page(Employer employer, Model model) {
        model.addAttribute("employer", employer);
        model.addAttribute("welcomed", employer.registration().email().isPresent());
        model.addAttribute("mayPublish", viewEmployer.see(employer).allows(EmployerAction.PUBLISH));
        model.addAttribute("places", places(employer.organisation()));
        return "registration/publication";
    }

    /** The organisation and its folders, as far as the actor may publish there; each by the names above it. */
    private List<Option> places(UUID organisation) {
        List<Option> places = new ArrayList<>();
        Node root = tree.get(organisation);
        add(places, root, root.name());
        return places;
    }

    private void add(List<Option> places, Node node, String name) {
        if (authorization.may(Permission.EMPLOYERS_PUBLISH, node.id())) {
            places.add(new Option(node.id().toString(), name));
        }
        tree.children(node.id()).stream()
                .filter(child -> child.kind() == NodeKind.FOLDER)
                .forEach(folder -> add(places, folder, name + " › " + folder.name()));
    }
}
