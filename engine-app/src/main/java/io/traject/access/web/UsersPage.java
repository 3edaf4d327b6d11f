package io.traject.access.web;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.factors.SecondStep;
import io.traject.access.rights.ManagedGroups;
import io.traject.access.rights.ManagedOrganisations;
import io.traject.access.rights.ManagedRoles;
import io.traject.access.rights.Role;
import io.traject.access.rights.UserGroup;
import io.traject.access.security.Sessions;
import io.traject.access.users.ActivateUser;
import io.traject.access.users.AddUser;
import io.traject.access.users.ChangeUser;
import io.traject.access.users.DeactivateUser;
import io.traject.access.users.ManagedUsers;
import io.traject.access.users.NewUser;
import io.traject.access.users.ResetPassword;
import io.traject.access.users.UserAccount;
import io.traject.access.users.UserChange;
import io.traject.access.users.UserCredentials;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import io.traject.web.Overtaken;
import jakarta.validation.Valid;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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

/** The users that an administrator manages: list, add with role and groups, change, deactivate and activate, a new password. */
@Controller
@RequestMapping("/admin/users")
class UsersPage {

    private static final String LIST = "redirect:/admin/users";
    private static final String NEW = "access/user-new";
    private static final String EDIT = "access/user";
    private static final String CREDENTIALS = "access/user-credentials";

    /** Beside which field a refusal is said; others stand above the form. */
    private static final Map<String, String> FIELDS = Map.of(
            "username-taken", "username",
            "organisation-unknown", "organisation",
            "role-unknown", "role",
            "role-beyond-own", "role",
            "administrator-last", "role",
            "whole-for-employer", "groups",
            "group-unknown", "groups");

    private final ManagedUsers users;
    private final ManagedRoles roles;
    private final ManagedGroups groups;
    private final ManagedOrganisations organisations;
    private final AddUser addUser;
    private final ChangeUser changeUser;
    private final DeactivateUser deactivateUser;
    private final ActivateUser activateUser;
    private final ResetPassword resetPassword;
    private final Sessions sessions;
    private final SecondStep secondStep;
    private final Authorization authorization;
    private final AccessNames names;

    UsersPage(
            ManagedUsers users,
            ManagedRoles roles,
            ManagedGroups groups,
            ManagedOrganisations organisations,
            AddUser addUser,
            ChangeUser changeUser,
            DeactivateUser deactivateUser,
            ActivateUser activateUser,
            ResetPassword resetPassword,
            Sessions sessions,
            SecondStep secondStep,
            Authorization authorization,
            AccessNames names) {
        this.users = users;
        this.roles = roles;
        this.groups = groups;
        this.organisations = organisations;
        this.addUser = addUser;
        this.changeUser = changeUser;
        this.deactivateUser = deactivateUser;
        this.activateUser = activateUser;
        this.resetPassword = resetPassword;
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.authorization = authorization;
        this.names = names;
    }

    /** @param own whether it is the one who looks: nobody locks oneself out */
    record Row(
            UUID id,
            String username,
            String displayName,
            String role,
            String groups,
            Optional<UUID> organisation,
            boolean active,
            boolean own) {}

    /** Before anything typed is looked at. */
    @ModelAttribute("installation")
    boolean forInstallation() {
        return authorization.require(Permission.ADMINISTRATION).organisation().isEmpty();
    }

    @GetMapping
    String list(
            @ListDefaults(
                            sort = "displayName",
                            sortable = {"displayName", "username"},
                            filters = {"q", "role", "group", "state", "organisation"})
                    ListQuery query,
            Model model) {
        Optional<UUID> organisation = organisations.current(id(query, "organisation"));
        var search = new ManagedUsers.Search(
                query.filter("q").orElse(""),
                organisation,
                id(query, "role"),
                id(query, "group"),
                query.filter("state").map("active"::equals));
        model.addAttribute(
                "list",
                ListPage.of(query, users.search(search, query.pageable())).map(this::row));
        model.addAttribute("roles", organisation.map(this::roleOptions).orElseGet(List::of));
        model.addAttribute("groups", organisation.map(this::groupOptions).orElseGet(List::of));
        model.addAttribute(
                "states",
                List.of(
                        new Option("active", names.text("access.users.active")),
                        new Option("inactive", names.text("access.users.inactive"))));
        addOrganisations(model);
        return "access/users";
    }

    @GetMapping("/new")
    String fillIn(@RequestParam @Nullable UUID organisation, Model model) {
        UUID of = organisations.current(Optional.ofNullable(organisation)).orElse(null);
        UUID onlyRole = of == null
                ? roles.toGive(Optional.empty()).stream()
                        .map(Role::id)
                        .findFirst()
                        .orElse(null)
                : null;
        model.addAttribute("form", UserForm.blank(of, onlyRole, Set.of()));
        return newForm(of, model);
    }

    /** Answers with the password and not with a redirect: it is shown once and kept nowhere. */
    @PostMapping("/new")
    String add(@Valid @ModelAttribute("form") UserForm form, BindingResult errors, Model model) {
        Actor actor = authorization.actor();
        UUID of =
                organisations.current(Optional.ofNullable(form.organisation())).orElse(null);
        Optional<NewUser> user = form.user(actor.organisation(), errors);
        if (user.isEmpty()) {
            return newForm(of, model);
        }
        return switch (addUser.add(user.get())) {
            case Outcome.Done<UserCredentials>(UserCredentials credentials) -> {
                model.addAttribute("credentials", credentials);
                yield CREDENTIALS;
            }
            case Outcome.Refused<UserCredentials>(Refusal refusal) -> {
                reject(refusal, errors);
                yield newForm(of, model);
            }
        };
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        UserAccount user = users.get(id);
        model.addAttribute("form", UserForm.of(user));
        return editForm(user, model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") UserForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        UserAccount user = users.get(id);
        Optional<UserChange> change = form.change(errors);
        if (change.isEmpty()) {
            return editForm(user, model);
        }
        return switch (Answered.by(() -> changeUser.change(id, change.get()))) {
            case Outcome.Done<UserAccount>(UserAccount changed) -> {
                Flash.success(redirect, "access.users.changed", changed.displayName());
                yield LIST;
            }
            case Outcome.Refused<UserAccount>(Refusal refusal) -> {
                if (refusal.code().equals("changed-meanwhile")) {
                    model.addAttribute("overtaken", overtaken(user, form));
                } else {
                    reject(refusal, errors);
                }
                yield editForm(user, model);
            }
        };
    }

    @GetMapping("/{id}/deactivation")
    String askToDeactivate(@PathVariable UUID id, Model model) {
        model.addAttribute("user", users.get(id));
        return "access/user-deactivation";
    }

    @PostMapping("/{id}/deactivation")
    String deactivate(@PathVariable UUID id, RedirectAttributes redirect) {
        UserAccount user = deactivateUser.deactivate(id).orThrow();
        sessions.endAll(id);
        Flash.success(redirect, "access.users.deactivated", user.displayName());
        return LIST;
    }

    @PostMapping("/{id}/activation")
    String activate(@PathVariable UUID id, RedirectAttributes redirect) {
        UserAccount user = activateUser.activate(id).orThrow();
        Flash.success(redirect, "access.users.activated", user.displayName());
        return LIST;
    }

    @GetMapping("/{id}/password")
    String askToReset(@PathVariable UUID id, Model model) {
        model.addAttribute("user", users.get(id));
        return "access/user-password";
    }

    /** Answers with the password and not with a redirect: it is shown once and kept nowhere. */
    @PostMapping("/{id}/password")
    String reset(@PathVariable UUID id, Model model) {
        model.addAttribute("credentials", resetPassword.reset(id).orThrow());
        sessions.endAll(id);
        return CREDENTIALS;
    }

    private Row row(ManagedUsers.Listed user) {
        return new Row(
                user.id(),
                user.username(),
                user.displayName(),
                names.role(user.role()),
                user.organisation().isPresent() ? names.groups(user.groups()) : "",
                user.organisation(),
                user.active(),
                user.id().equals(authorization.actor().id()));
    }

    private String newForm(@Nullable UUID organisation, Model model) {
        addChoices(Optional.ofNullable(organisation), model);
        addOrganisations(model);
        return NEW;
    }

    private String editForm(UserAccount user, Model model) {
        addChoices(user.organisation(), model);
        model.addAttribute("user", user);
        model.addAttribute(
                "secondFactor", !secondStep.usersOf(List.of(user.id())).isEmpty());
        model.addAttribute("own", user.id().equals(authorization.actor().id()));
        return EDIT;
    }

    private void addChoices(Optional<UUID> organisation, Model model) {
        model.addAttribute("organisation", organisation.orElse(null));
        model.addAttribute(
                "roles",
                names.inOrder(roles.toGive(organisation)).stream()
                        .map(role -> new Option(role.id().toString(), names.role(role)))
                        .toList());
        model.addAttribute("groups", organisation.map(this::groupOptions).orElseGet(List::of));
        model.addAttribute(
                "languages",
                Stream.concat(Stream.of(new Option("", names.language(Optional.empty()))), names.languages().stream())
                        .toList());
    }

    private List<Option> roleOptions(UUID organisation) {
        return names.inOrder(roles.of(organisation)).stream()
                .map(role -> new Option(role.id().toString(), names.role(role)))
                .toList();
    }

    private List<Option> groupOptions(UUID organisation) {
        return names.groupsInOrder(groups.of(organisation)).stream()
                .map(group -> new Option(group.id().toString(), names.group(group)))
                .toList();
    }

    /** For an administrator of the installation to choose from; everyone else has one. */
    private void addOrganisations(Model model) {
        Map<UUID, String> all = authorization.actor().organisation().isEmpty() ? names.organisations() : Map.of();
        model.addAttribute("organisationNames", all);
        model.addAttribute(
                "organisations",
                all.entrySet().stream()
                        .map(entry -> new Option(entry.getKey().toString(), entry.getValue()))
                        .toList());
    }

    private Overtaken overtaken(UserAccount stored, UserForm typed) {
        Optional<UUID> organisation = stored.organisation();
        String role = roles.toGive(organisation).stream()
                .filter(one -> one.id().equals(typed.role()))
                .map(names::role)
                .findFirst()
                .orElse("");
        List<UserGroup> chosen = organisation.map(groups::of).orElseGet(List::of).stream()
                .filter(group -> typed.groups().contains(group.id()))
                .toList();
        return Overtaken.between(
                inWords(
                        stored.displayName(),
                        stored.email().map(EmailAddress::value).orElse(""),
                        names.role(stored.role()),
                        stored.groups(),
                        stored.language()),
                inWords(typed.displayName(), typed.email(), role, chosen, typed.preferred()));
    }

    private Map<String, String> inWords(
            String displayName, String email, String role, Collection<UserGroup> in, Optional<Language> language) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(names.text("access.users.displayName"), displayName);
        words.put(names.text("access.users.email"), email);
        words.put(names.text("access.users.role"), role);
        words.put(names.text("access.users.groups"), names.groups(in));
        words.put(names.text("access.users.language"), names.language(language));
        return words;
    }

    private static void reject(Refusal refusal, BindingResult errors) {
        String field = FIELDS.get(refusal.code());
        if (field == null) {
            errors.reject(refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
        } else {
            errors.rejectValue(field, refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
        }
    }

    private static Optional<UUID> id(ListQuery query, String filter) {
        return query.filter(filter).flatMap(AccessNames::id);
    }
}
