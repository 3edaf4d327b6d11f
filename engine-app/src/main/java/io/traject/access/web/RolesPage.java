package io.traject.access.web;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.rights.ManagedOrganisations;
import io.traject.access.rights.ManagedRoles;
import io.traject.access.rights.Role;
import io.traject.access.users.ManagedUsers;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.web.Flash;
import io.traject.web.Option;
import io.traject.web.Overtaken;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The roles of an organisation: what each may do, who has it; made by copying, changed, restored and deleted. */
@Controller
@RequestMapping("/admin/roles")
class RolesPage {

    private static final String EDIT = "access/role";
    private static final String COPY = "access/role-copy";

    private final ManagedRoles roles;
    private final ManagedOrganisations organisations;
    private final ManagedUsers users;
    private final Authorization authorization;
    private final AccessNames names;

    RolesPage(
            ManagedRoles roles,
            ManagedOrganisations organisations,
            ManagedUsers users,
            Authorization authorization,
            AccessNames names) {
        this.roles = roles;
        this.organisations = organisations;
        this.users = users;
        this.authorization = authorization;
        this.names = names;
    }

    /** @param users how many have it */
    record Row(
            UUID id,
            String name,
            boolean standard,
            boolean edited,
            boolean employerSide,
            int permissions,
            long users) {}

    /** Permissions about one subject. */
    record Group(Permission.Subject subject, List<Choice> choices) {}

    /**
     * A permission to tick.
     *
     * @param free whether the actor may give it; one that the role holds may always be taken away
     * @param medical whether it is refused because of the side that the role is on
     */
    record Choice(Permission permission, boolean ticked, boolean free, boolean medical) {}

    record Form(
            @NotBlank(message = "{access.roles.name.required}")
            @Size(max = Role.MAX_NAME_LENGTH, message = "{access.roles.name.tooLong}")
            String name,

            @Nullable Set<Permission> permissions,
            @Nullable Long version) {

        Form {
            name = name == null ? "" : name.replaceAll("\\p{Cntrl}+", " ").strip();
            permissions = permissions == null ? Set.of() : Set.copyOf(permissions); // unticked boxes are not sent
        }

        ManagedRoles.Wanted wanted() {
            return new ManagedRoles.Wanted(name, Objects.requireNonNull(permissions));
        }
    }

    @ModelAttribute("installation")
    boolean forInstallation() {
        return authorization.require(Permission.ADMINISTRATION).organisation().isEmpty();
    }

    @GetMapping
    String list(@RequestParam @Nullable UUID organisation, Model model) {
        Optional<UUID> of = organisations.current(Optional.ofNullable(organisation));
        model.addAttribute("organisation", of.orElse(null));
        model.addAttribute("organisations", organisationOptions());
        model.addAttribute("roles", of.map(this::rows).orElseGet(List::of));
        return "access/roles";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        Role role = roles.get(id);
        model.addAttribute("form", new Form(names.role(role), role.permissions(), role.version()));
        return editForm(role, role.permissions(), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Role role = roles.get(id);
        Long version = form.version();
        if (errors.hasErrors() || version == null) {
            return editForm(role, form.wanted().permissions(), model);
        }
        return switch (Answered.by(() -> roles.change(id, version, form.wanted()))) {
            case Outcome.Done<Role>(Role changed) -> {
                Flash.success(redirect, "access.roles.changed", names.role(changed));
                yield "redirect:/admin/roles/" + id;
            }
            case Outcome.Refused<Role>(Refusal refusal) -> {
                if (refusal.code().equals("changed-meanwhile")) {
                    model.addAttribute("overtaken", overtaken(role, form));
                } else {
                    reject(refusal, errors);
                }
                yield editForm(role, form.wanted().permissions(), model);
            }
        };
    }

    @GetMapping("/{id}/copy")
    String askToCopy(@PathVariable UUID id, Model model) {
        Role example = roles.get(id);
        model.addAttribute("form", new Form("", example.permissions(), null));
        return copyForm(example, example.permissions(), model);
    }

    @PostMapping("/{id}/copy")
    String copy(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Role example = roles.get(id);
        if (errors.hasErrors()) {
            return copyForm(example, form.wanted().permissions(), model);
        }
        return switch (roles.copy(id, form.wanted())) {
            case Outcome.Done<Role>(Role made) -> {
                Flash.success(redirect, "access.roles.made", names.role(made));
                yield "redirect:/admin/roles/" + made.id();
            }
            case Outcome.Refused<Role>(Refusal refusal) -> {
                reject(refusal, errors);
                yield copyForm(example, form.wanted().permissions(), model);
            }
        };
    }

    @GetMapping("/{id}/restoration")
    String askToRestore(@PathVariable UUID id, Model model) {
        addRole(roles.get(id), model);
        return "access/role-restoration";
    }

    @PostMapping("/{id}/restoration")
    String restore(@PathVariable UUID id, RedirectAttributes redirect) {
        Role role = roles.restore(id).orThrow();
        Flash.success(redirect, "access.roles.restored", names.role(role));
        return "redirect:/admin/roles/" + id;
    }

    @GetMapping("/{id}/deletion")
    String askToDelete(@PathVariable UUID id, Model model) {
        addRole(roles.get(id), model);
        return "access/role-deletion";
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable UUID id, RedirectAttributes redirect) {
        Role role = roles.delete(id).orThrow();
        Flash.success(redirect, "access.roles.deleted", names.role(role));
        return "redirect:/admin/roles?organisation=" + role.organisation().orElseThrow();
    }

    private List<Row> rows(UUID organisation) {
        Map<UUID, Long> counts = users.countByRole(organisation);
        return names.inOrder(roles.of(organisation)).stream()
                .map(role -> new Row(
                        role.id(),
                        names.role(role),
                        role.standard().isPresent(),
                        role.edited(),
                        role.employerSide(),
                        role.permissions().size(),
                        counts.getOrDefault(role.id(), 0L)))
                .toList();
    }

    private String editForm(Role role, Set<Permission> ticked, Model model) {
        addRole(role, model);
        model.addAttribute("groups", choices(role, role.permissions(), ticked));
        return EDIT;
    }

    private String copyForm(Role example, Set<Permission> ticked, Model model) {
        addRole(example, model);
        model.addAttribute("groups", choices(example, Set.of(), ticked));
        return COPY;
    }

    private void addRole(Role role, Model model) {
        UUID organisation = role.organisation().orElseThrow();
        model.addAttribute("role", role);
        model.addAttribute("name", names.role(role));
        model.addAttribute("organisation", organisation);
        model.addAttribute("users", users.countByRole(organisation).getOrDefault(role.id(), 0L));
    }

    /** What belongs to the installation as a whole is not offered. */
    private List<Group> choices(Role role, Set<Permission> held, Set<Permission> ticked) {
        Actor actor = authorization.actor();
        return Arrays.stream(Permission.Subject.values())
                .map(subject -> new Group(
                        subject,
                        Arrays.stream(Permission.values())
                                .filter(one -> one.subject() == subject && one != Permission.OPERATIONS)
                                .map(one -> {
                                    boolean medical = role.employerSide() && Permission.MEDICAL.contains(one);
                                    boolean own = actor.organisation().isEmpty()
                                            || actor.permissions().contains(one)
                                            || held.contains(one);
                                    return new Choice(one, ticked.contains(one), own && !medical, medical);
                                })
                                .toList()))
                .toList();
    }

    private Overtaken overtaken(Role stored, Form typed) {
        return Overtaken.between(
                inWords(names.role(stored), stored.permissions()),
                inWords(typed.name(), typed.wanted().permissions()));
    }

    private Map<String, String> inWords(String name, Collection<Permission> permissions) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(names.text("access.roles.name"), name);
        words.put(names.text("access.roles.permissions"), names.permissions(permissions));
        return words;
    }

    /** For an administrator of the installation to choose from; everyone else has one. */
    private List<Option> organisationOptions() {
        return authorization.actor().organisation().isPresent() ? List.of() : names.organisationOptions();
    }

    private static void reject(Refusal refusal, BindingResult errors) {
        String field = switch (refusal.code()) {
            case "role-name-taken" -> "name";
            default -> "permissions";
        };
        errors.rejectValue(field, refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
    }
}
