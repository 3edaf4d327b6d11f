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
import io.traject.access.users.Username;
import io.traject.kernel.Outcome;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
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
    private final Authorization authorization;

    ApiAccountsPage(
            ManagedApiAccounts accounts,
            CreateApiAccount createApiAccount,
            DeactivateApiAccount deactivateApiAccount,
            Authorization authorization) {
        this.accounts = accounts;
        this.createApiAccount = createApiAccount;
        this.deactivateApiAccount = deactivateApiAccount;
        this.authorization = authorization;
    }

    record Row(
            UUID id,
            String username,
            String description,
            List<Permission> permissions,
            boolean active,
            Instant createdAt) {

        static Row of(ApiAccount account) {
            return new Row(
                    account.id(),
                    account.username(),
                    account.description(),
                    account.permissions().stream().sorted().toList(),
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
            Set<Permission> permissions) {}

    /** Those that the actor can give. */
    @ModelAttribute("permissions")
    List<Permission> permissions() {
        Actor actor = authorization.require(Permission.ADMINISTRATION);
        return Arrays.stream(Permission.values())
                .filter(actor.permissions()::contains)
                .toList();
    }

    @GetMapping
    String list(
            @ListDefaults(
                            sort = "username",
                            sortable = {"username", "createdAt"})
                    ListQuery query,
            Model model) {
        model.addAttribute(
                "list", ListPage.of(query, accounts.page(query.pageable())).map(Row::of));
        return "access/api-accounts";
    }

    @GetMapping("/new")
    String fillIn(Model model) {
        model.addAttribute("form", new Form("", "", Set.of()));
        return "access/api-account-new";
    }

    /** Answers with the credentials and not with a redirect: they are shown once and kept nowhere. */
    @PostMapping("/new")
    String create(@Valid @ModelAttribute("form") Form form, BindingResult errors, Model model) {
        Optional<Username> username = Username.parse(form.username());
        if (username.isEmpty()) {
            errors.rejectValue("username", "access.apiAccounts.username.invalid");
        }
        if (errors.hasErrors() || username.isEmpty() || form.permissions() == null) {
            return "access/api-account-new";
        }
        var wanted = new NewApiAccount(
                username.get(),
                form.description().strip(),
                authorization.actor().organisation(),
                form.permissions());
        return switch (createApiAccount.create(wanted)) {
            case Outcome.Done<ApiCredentials>(ApiCredentials credentials) -> {
                model.addAttribute("credentials", credentials);
                yield "access/api-account-credentials";
            }
            case Outcome.Refused<ApiCredentials>(var refusal) -> {
                errors.rejectValue(
                        "username", refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
                yield "access/api-account-new";
            }
        };
    }

    @GetMapping("/{id}/deactivation")
    String askToDeactivate(@PathVariable UUID id, Model model) {
        model.addAttribute("account", Row.of(accounts.get(id)));
        return "access/api-account-deactivation";
    }

    @PostMapping("/{id}/deactivation")
    String deactivate(@PathVariable UUID id, RedirectAttributes redirect) {
        ApiAccount account = deactivateApiAccount.deactivate(id);
        Flash.success(redirect, "access.apiAccounts.deactivated", account.username());
        return "redirect:/admin/api-accounts";
    }
}
