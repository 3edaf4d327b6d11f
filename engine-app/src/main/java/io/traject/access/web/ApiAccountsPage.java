package io.traject.access.web;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.accounts.ApiAccount;
import io.traject.access.accounts.ApiCredentials;
import io.traject.access.accounts.CreateApiAccount;
import io.traject.access.accounts.DeactivateApiAccount;
import io.traject.access.accounts.ManagedApiAccounts;
import io.traject.access.accounts.NewApiAccount;
import io.traject.access.rights.ManagedGroups;
import io.traject.access.users.Username;
import io.traject.kernel.Outcome;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The API accounts of other systems: list, create, end. */
@Controller
@RequestMapping("/admin/api-accounts")
class ApiAccountsPage {

    private final ManagedApiAccounts accounts;
    private final CreateApiAccount createApiAccount;
    private final DeactivateApiAccount deactivateApiAccount;
    private final ManagedGroups groups;
    private final AccessNames names;
    private final Authorization authorization;

    ApiAccountsPage(
            ManagedApiAccounts accounts,
            CreateApiAccount createApiAccount,
            DeactivateApiAccount deactivateApiAccount,
            ManagedGroups groups,
            AccessNames names,
            Authorization authorization) {
        this.accounts = accounts;
        this.createApiAccount = createApiAccount;
        this.deactivateApiAccount = deactivateApiAccount;
        this.groups = groups;
        this.names = names;
        this.authorization = authorization;
    }

    record Row(
            UUID id,
            String username,
            String description,
            List<Permission> permissions,
            String groups,
            boolean active,
            Instant createdAt) {

        static Row of(ApiAccount account, AccessNames names) {
            return new Row(
                    account.id(),
                    account.username(),
                    account.description(),
                    account.permissions().stream().sorted().toList(),
                    names.groups(account.groups()),
                    account.active(),
                    account.createdAt());
        }
    }

    record Form(
            String username,

            @NotBlank(message = "{access.apiAccounts.description.required}")
            @Size(max = 200, message = "{access.apiAccounts.description.tooLong}")
            String description,

            @NotEmpty(message = "{access.apiAccounts.permissions.required}") @Nullable
            Set<Permission> permissions,

            @Nullable Set<UUID> groups) {}

    /** Those that the actor can give. */
    @ModelAttribute("permissions")
    List<Permission> permissions() {
        Actor actor = authorization.require(Permission.ADMINISTRATION);
        return Arrays.stream(Permission.values())
                .filter(actor.permissions()::contains)
                .toList();
    }

    /** For which parts of the organisation; what belongs to the installation has none. */
    @ModelAttribute("groups")
    List<Option> groups() {
        return authorization
                .require(Permission.ADMINISTRATION)
                .organisation()
                .map(organisation -> names.groupsInOrder(groups.of(organisation)).stream()
                        .map(group -> new Option(group.id().toString(), names.group(group)))
                        .toList())
                .orElseGet(List::of);
    }

    @GetMapping
    String list(
            @ListDefaults(
                            sort = "username",
                            sortable = {"username", "createdAt"})
                    ListQuery query,
            Model model) {
        model.addAttribute(
                "list", ListPage.of(query, accounts.page(query.pageable())).map(account -> Row.of(account, names)));
        return "access/api-accounts";
    }

    @GetMapping("/new")
    String fillIn(Model model) {
        model.addAttribute("form", new Form("", "", Set.of(), Set.of()));
        return "access/api-account-new";
    }

    /** Answers with the credentials and not with a redirect: they are shown once and kept nowhere. */
    @PostMapping("/new")
    String create(@Valid @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        Optional<Username> username = Username.parse(form.username());
        if (username.isEmpty()) {
            errors.rejectValue("username", "access.apiAccounts.username.invalid");
        }
        Set<UUID> chosen = form.groups() == null ? Set.of() : form.groups();
        if (chosen.isEmpty() && authorization.actor().organisation().isPresent()) {
            errors.rejectValue("groups", "access.apiAccounts.groups.required");
        }
        if (errors.hasErrors() || username.isEmpty() || form.permissions() == null) {
            return "access/api-account-new";
        }
        var wanted = new NewApiAccount(
                username.get(),
                form.description().strip(),
                authorization.actor().organisation(),
                form.permissions(),
                chosen);
        return switch (createApiAccount.create(wanted)) {
            case Outcome.Done<ApiCredentials>(ApiCredentials credentials) -> {
                model.addAttribute("credentials", credentials);
                yield "access/api-account-credentials";
            }
            case Outcome.Refused<ApiCredentials>(var refusal) -> {
                errors.rejectValue(
                        refusal.code().equals("group-unknown") ? "groups" : "username",
                        refusal.messageKey(),
                        refusal.arguments().toArray(),
                        refusal.code());
                yield "access/api-account-new";
            }
        };
    }

    @GetMapping("/{id}/deactivation")
    String askToDeactivate(@PathVariable UUID id, Model model) {
        model.addAttribute("account", Row.of(accounts.get(id), names));
        return "access/api-account-deactivation";
    }

    @PostMapping("/{id}/deactivation")
    String deactivate(@PathVariable UUID id, RedirectAttributes redirect) {
        ApiAccount account = deactivateApiAccount.deactivate(id);
        Flash.success(redirect, "access.apiAccounts.deactivated", account.username());
        return "redirect:/admin/api-accounts";
    }
}
