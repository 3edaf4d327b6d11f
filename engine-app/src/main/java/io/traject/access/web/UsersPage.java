package io.traject.access.web;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Organisations;
import io.traject.access.Permission;
import io.traject.access.StandardRole;
import io.traject.access.security.Sessions;
import io.traject.access.users.ActivateUser;
import io.traject.access.users.AddUser;
import io.traject.access.users.DeactivateUser;
import io.traject.access.users.ManagedUsers;
import io.traject.access.users.NewUser;
import io.traject.access.users.ResetPassword;
import io.traject.access.users.UserAccount;
import io.traject.access.users.UserCredentials;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The users that an administrator manages: list, add, deactivate and activate, a new password. */
@Controller
@RequestMapping("/admin/users")
class UsersPage {

    private static final String LIST = "redirect:/admin/users";
    private static final String FORM = "access/user-new";
    private static final String CREDENTIALS = "access/user-credentials";

    private final ManagedUsers users;
    private final AddUser addUser;
    private final DeactivateUser deactivateUser;
    private final ActivateUser activateUser;
    private final ResetPassword resetPassword;
    private final Organisations organisations;
    private final Sessions sessions;
    private final Authorization authorization;
    private final MessageSource messages;

    UsersPage(
            ManagedUsers users,
            AddUser addUser,
            DeactivateUser deactivateUser,
            ActivateUser activateUser,
            ResetPassword resetPassword,
            Organisations organisations,
            Sessions sessions,
            Authorization authorization,
            MessageSource messages) {
        this.users = users;
        this.addUser = addUser;
        this.deactivateUser = deactivateUser;
        this.activateUser = activateUser;
        this.resetPassword = resetPassword;
        this.organisations = organisations;
        this.sessions = sessions;
        this.authorization = authorization;
        this.messages = messages;
    }

    /** @param own whether it is the one who looks: nobody locks oneself out */
    record Row(
            UUID id,
            String username,
            String displayName,
            StandardRole role,
            Optional<UUID> organisation,
            boolean active,
            boolean own) {

        static Row of(UserAccount user, Actor actor) {
            return new Row(
                    user.id(),
                    user.username(),
                    user.displayName(),
                    user.role(),
                    user.organisation(),
                    user.active(),
                    user.id().equals(actor.id()));
        }
    }

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
                            filters = "q")
                    ListQuery query,
            Model model) {
        Actor actor = authorization.actor();
        model.addAttribute(
                "list",
                ListPage.of(query, users.search(query.filter("q").orElse(""), query.pageable()))
                        .map(user -> Row.of(user, actor)));
        model.addAttribute("municipalities", municipalityNames(actor));
        return "access/users";
    }

    @GetMapping("/new")
    String fillIn(Locale locale, Model model) {
        model.addAttribute("form", UserForm.BLANK);
        return form(locale, model);
    }

    /** Answers with the password and not with a redirect: it is shown once and kept nowhere. */
    @PostMapping("/new")
    String add(@Valid @ModelAttribute("form") UserForm form, BindingResult errors, Locale locale, Model model) {
        Optional<NewUser> user = form.user(authorization.actor(), errors);
        if (user.isEmpty()) {
            return form(locale, model);
        }
        return switch (addUser.add(user.get())) {
            case Outcome.Done<UserCredentials>(UserCredentials credentials) -> {
                model.addAttribute("credentials", credentials);
                yield CREDENTIALS;
            }
            case Outcome.Refused<UserCredentials>(Refusal refusal) -> {
                errors.rejectValue(
                        refusal.code().equals("username-taken") ? "username" : "organisation",
                        refusal.messageKey(),
                        refusal.arguments().toArray(),
                        refusal.code());
                yield form(locale, model);
            }
        };
    }

    @GetMapping("/{id}/deactivation")
    String askToDeactivate(@PathVariable UUID id, Model model) {
        model.addAttribute("user", Row.of(users.get(id), authorization.actor()));
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
        UserAccount user = activateUser.activate(id);
        Flash.success(redirect, "access.users.activated", user.displayName());
        return LIST;
    }

    @GetMapping("/{id}/password")
    String askToReset(@PathVariable UUID id, Model model) {
        model.addAttribute("user", Row.of(users.get(id), authorization.actor()));
        return "access/user-password";
    }

    /** Answers with the password and not with a redirect: it is shown once and kept nowhere. */
    @PostMapping("/{id}/password")
    String reset(@PathVariable UUID id, Model model) {
        model.addAttribute("credentials", resetPassword.reset(id).orThrow());
        sessions.endAll(id);
        return CREDENTIALS;
    }

    private String form(Locale locale, Model model) {
        Actor actor = authorization.actor();
        model.addAttribute(
                "roles",
                Arrays.stream(StandardRole.values())
                        .filter(role -> role.mayBeGivenBy(actor))
                        .map(role -> option(role.name(), "access.role." + role, locale))
                        .toList());
        model.addAttribute(
                "languages",
                Arrays.stream(Language.values())
                        .map(language -> option(language.name(), "access.language." + language.code(), locale))
                        .toList());
        model.addAttribute(
                "municipalities",
                municipalityNames(actor).entrySet().stream()
                        .map(entry -> new Option(entry.getKey().toString(), entry.getValue()))
                        .toList());
        return FORM;
    }

    private Option option(String value, String messageKey, Locale locale) {
        return new Option(value, messages.getMessage(messageKey, new Object[0], locale));
    }

    /** By name; none for who belongs to one, since all that person's users do. */
    private Map<UUID, String> municipalityNames(Actor actor) {
        List<Organisations.Entry> entries = actor.organisation().isEmpty() ? organisations.all() : List.of();
        return entries.stream()
                .collect(Collectors.toMap(
                        Organisations.Entry::id, Organisations.Entry::name, (one, other) -> one, LinkedHashMap::new));
    }
}
