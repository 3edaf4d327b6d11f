package io.traject.access.web;

import io.traject.access.Authorization;
import io.traject.access.events.SecurityEvent;
import io.traject.access.events.SecurityEvents;
import io.traject.access.factors.TwoFactorSettings;
import io.traject.access.security.Sessions;
import io.traject.access.users.UserAccount;
import io.traject.access.users.UserAccounts;
import io.traject.kernel.Language;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The signed-in user's own account: who one is, the language, how one signs in and from where. */
@Controller
@RequestMapping("/account")
class AccountPage {

    private static final int LATEST_EVENTS = 5;

    private final UserAccounts users;
    private final Sessions sessions;
    private final SecurityEvents events;
    private final TwoFactorSettings twoFactor;
    private final Authorization authorization;
    private final AccessNames names;
    private final LocaleResolver locales;

    AccountPage(
            UserAccounts users,
            Sessions sessions,
            SecurityEvents events,
            TwoFactorSettings twoFactor,
            Authorization authorization,
            AccessNames names,
            LocaleResolver locales) {
        this.users = users;
        this.sessions = sessions;
        this.events = events;
        this.twoFactor = twoFactor;
        this.authorization = authorization;
        this.names = names;
        this.locales = locales;
    }

    record LanguageForm(Language language) {}

    @GetMapping
    String show(HttpServletRequest request, Locale locale, Model model) {
        UserAccount user =
                users.findByIdAndActiveTrue(authorization.actor().id()).orElseThrow();
        model.addAttribute("user", user);
        model.addAttribute("role", names.role(user.role()));
        model.addAttribute("form", new LanguageForm(Language.of(locale)));
        model.addAttribute("languages", names.languages());
        model.addAttribute("twoFactor", twoFactor.setting());
        model.addAttribute(
                "sessions", sessions.of(user.id(), request.getSession().getId()));
        model.addAttribute("events", events.page(user.id(), 0, LATEST_EVENTS));
        return "access/account";
    }

    @PostMapping
    String chooseLanguage(
            @ModelAttribute("form") LanguageForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        locales.setLocale(request, response, form.language().locale());
        Flash.success(redirect, "access.account.language.saved");
        return "redirect:/account";
    }

    @GetMapping("/events")
    String events(
            @ListDefaults(
                            sort = "-at",
                            sortable = {})
                    ListQuery query,
            Model model) {
        UUID user = authorization.actor().id();
        List<SecurityEvent> page = events.page(user, query.offset(), query.size());
        model.addAttribute("list", new ListPage<>(query, page, events.count(user), false));
        return "access/account-events";
    }
}
