package io.traject.access.web;

import io.traject.access.Authorization;
import io.traject.access.OrganisationParts;
import io.traject.access.Permission;
import io.traject.access.Reach.Part;
import io.traject.access.rights.ManagedGroups;
import io.traject.access.rights.ManagedOrganisations;
import io.traject.access.rights.UserGroup;
import io.traject.access.users.ManagedUsers;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.web.Flash;
import io.traject.web.Option;
import io.traject.web.Overtaken;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

/** The groups of an organisation: which parts of it each reaches, chosen from the tree or found by name, and who is in it. */
@Controller
@RequestMapping("/admin/groups")
class GroupsPage {

    private static final int SHOWN = 100;

    private final ManagedGroups groups;
    private final ManagedOrganisations organisations;
    private final ManagedUsers users;
    private final OrganisationParts parts;
    private final Authorization authorization;
    private final AccessNames names;

    GroupsPage(
            ManagedGroups groups,
            ManagedOrganisations organisations,
            ManagedUsers users,
            OrganisationParts parts,
            Authorization authorization,
            AccessNames names) {
        this.groups = groups;
        this.organisations = organisations;
        this.users = users;
        this.parts = parts;
        this.authorization = authorization;
        this.names = names;
    }

    /** @param members how many are in it */
    record Row(UUID id, String name, boolean standard, int parts, long members) {}

    /** A part that the group has. */
    record Chosen(UUID node, String kind, String name, String above, boolean withBelow) {}

    /** A part that it may get. */
    record Offered(UUID node, String kind, String name, String above, boolean divided, boolean chosen) {}

    record Form(
            @NotBlank(message = "{access.groups.name.required}")
            @Size(max = UserGroup.MAX_NAME_LENGTH, message = "{access.groups.name.tooLong}")
            String name,

            @Nullable UUID organisation,
            @Nullable Long version) {

        Form {
            name = name == null ? "" : name.replaceAll("\\p{Cntrl}+", " ").strip();
        }
    }

    @ModelAttribute("installation")
    boolean forInstallation() {
        return authorization.require(Permission.ADMINISTRATION).organisation().isEmpty();
    }

    @GetMapping
    String list(@RequestParam @Nullable UUID organisation, Model model) {
        Optional<UUID> of = organisations.current(Optional.ofNullable(organisation));
        List<Option> choices =
                authorization.actor().organisation().isPresent() ? List.of() : names.organisationOptions();
        model.addAttribute("organisation", of.orElse(null));
        model.addAttribute("organisations", choices);
        model.addAttribute("groups", of.map(this::rows).orElseGet(List::of));
        return "access/groups";
    }

    @GetMapping("/new")
    String fillIn(@RequestParam @Nullable UUID organisation, Model model) {
        UUID of = organisations.current(Optional.ofNullable(organisation)).orElseThrow(NotFoundException::new);
        model.addAttribute("form", new Form("", of, null));
        return "access/group-new";
    }

    @PostMapping("/new")
    String create(@Valid @ModelAttribute("form") Form form, BindingResult errors, RedirectAttributes redirect) {
        UUID of =
                organisations.current(Optional.ofNullable(form.organisation())).orElseThrow(NotFoundException::new);
        if (errors.hasErrors()) {
            return "access/group-new";
        }
        return switch (groups.create(of, form.name())) {
            case Outcome.Done<UserGroup>(UserGroup made) -> {
                Flash.success(redirect, "access.groups.made", names.group(made));
                yield at(made.id(), null);
            }
            case Outcome.Refused<UserGroup>(Refusal refusal) -> {
                reject(refusal, errors);
                yield "access/group-new";
            }
        };
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, @RequestParam @Nullable UUID at, @RequestParam @Nullable String q, Model model) {
        UserGroup group = groups.get(id);
        model.addAttribute("form", new Form(names.group(group), null, group.version()));
        return page(group, at, q, model);
    }

    @PostMapping("/{id}")
    String rename(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        UserGroup group = groups.get(id);
        if (errors.hasErrors() || form.version() == null) {
            return page(group, null, null, model);
        }
        return switch (groups.rename(id, form.version(), form.name())) {
            case Outcome.Done<UserGroup>(UserGroup renamed) -> {
                Flash.success(redirect, "access.groups.renamed", names.group(renamed));
                yield at(id, null);
            }
            case Outcome.Refused<UserGroup>(Refusal refusal) -> {
                if (refusal.code().equals("changed-meanwhile")) {
                    String label = names.text("access.groups.name");
                    model.addAttribute(
                            "overtaken",
                            Overtaken.between(Map.of(label, names.group(group)), Map.of(label, form.name())));
                } else {
                    reject(refusal, errors);
                }
                yield page(group, null, null, model);
            }
        };
    }

    @PostMapping("/{id}/parts")
    String include(
            @PathVariable UUID id,
            @RequestParam UUID node,
            @RequestParam(defaultValue = "false") boolean withBelow,
            @RequestParam @Nullable UUID at,
            RedirectAttributes redirect) {
        groups.include(id, new Part(node, withBelow)).orThrow();
        Flash.success(redirect, "access.groups.included");
        return at(id, at);
    }

    @PostMapping("/{id}/parts/removal")
    String exclude(@PathVariable UUID id, @RequestParam UUID node, RedirectAttributes redirect) {
        groups.exclude(id, node).orThrow();
        Flash.success(redirect, "access.groups.excluded");
        return at(id, null);
    }

    @GetMapping("/{id}/deletion")
    String askToDelete(@PathVariable UUID id, Model model) {
        UserGroup group = groups.get(id);
        model.addAttribute("group", group);
        model.addAttribute("name", names.group(group));
        return "access/group-deletion";
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        UserGroup group = groups.delete(id).orThrow();
        Flash.success(redirect, "access.groups.deleted", names.group(group));
        return "redirect:/admin/groups?organisation=" + group.organisation();
    }

    private List<Row> rows(UUID organisation) {
        Map<UUID, Long> counts = users.countByGroup(organisation);
        return names.groupsInOrder(groups.of(organisation)).stream()
                .map(group -> new Row(
                        group.id(),
                        names.group(group),
                        group.standard(),
                        group.parts().size(),
                        counts.getOrDefault(group.id(), 0L)))
                .toList();
    }

    private String page(UserGroup group, @Nullable UUID at, @Nullable String q, Model model) {
        Map<UUID, Boolean> chosen =
                group.parts().stream().collect(Collectors.toUnmodifiableMap(Part::node, Part::withBelow));
        String text = q == null ? "" : q.strip();
        UUID place = placeIn(group, at);
        model.addAttribute("group", group);
        model.addAttribute("name", names.group(group));
        model.addAttribute("organisation", group.organisation());
        model.addAttribute("members", users.countByGroup(group.organisation()).getOrDefault(group.id(), 0L));
        model.addAttribute("chosen", chosen(chosen));
        model.addAttribute("q", text);
        model.addAttribute(
                "place", parts.named(Set.of(place)).stream().findFirst().orElse(null));
        model.addAttribute("offered", offered(group, place, text, chosen.keySet()));
        model.addAttribute("shown", SHOWN);
        return "access/group";
    }

    private List<Chosen> chosen(Map<UUID, Boolean> withBelow) {
        return parts.named(withBelow.keySet()).stream()
                .map(part -> new Chosen(
                        part.id(),
                        part.kind(),
                        part.name(),
                        String.join(" › ", part.above()),
                        Boolean.TRUE.equals(withBelow.get(part.id()))))
                .toList();
    }

    private List<Offered> offered(UserGroup group, UUID place, String text, Set<UUID> chosen) {
        List<OrganisationParts.Entry> found =
                text.isEmpty() ? parts.below(place, SHOWN) : parts.find(group.organisation(), text, SHOWN);
        return found.stream()
                .map(part -> new Offered(
                        part.id(),
                        part.kind(),
                        part.name(),
                        String.join(" › ", part.above()),
                        part.divided(),
                        chosen.contains(part.id())))
                .toList();
    }

    /** The organisation itself, unless a part of it was asked for. */
    private UUID placeIn(UserGroup group, @Nullable UUID asked) {
        if (asked == null) {
            return group.organisation();
        }
        groups.requirePart(group, asked);
        return asked;
    }

    private static String at(UUID group, @Nullable UUID place) {
        return "redirect:/admin/groups/" + group + (place == null ? "" : "?at=" + place);
    }

    private static void reject(Refusal refusal, BindingResult errors) {
        errors.rejectValue("name", refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
    }
}
