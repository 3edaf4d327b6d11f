package io.traject.access.web;

import io.traject.access.Authorization;
import io.traject.access.security.Sessions;
import io.traject.access.security.Throttle;
import io.traject.access.security.TooManyAttemptsException;
import io.traject.access.users.ChangePassword;
import io.traject.access.users.Passwords;
import io.traject.access.users.UserAccount;
import io.traject.access.users.UserAccounts;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.web.Flash;
import io.traject.web.Option;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The signed-in user's own account: who one is, the language, the password. */
@Controller
@RequestMapping("/account")
class AccountPage {

    private static final String DOOR = "password";

    private final UserAccounts users;
    private final ChangePassword changePassword;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Authorization authorization;
    private final AccessNames names;
    private final LocaleResolver locales;
    private final MessageSource messages;

    AccountPage(
            UserAccounts users,
            ChangePassword changePassword,
            Sessions sessions,
            Throttle throttle,
            Authorization authorization,
            AccessNames names,
            LocaleResolver locales,
            MessageSource messages) {
        this.users = users;
        this.changePassword = changePassword;
        this.sessions = sessions;
        this.throttle = throttle;
        this.authorization = authorization;
        this.names = names;
        this.locales = locales;
        this.messages = messages;
    }

    record LanguageForm(Language language) {}

    record PasswordForm(String current, String wanted, String repeat) {

        @Override
        public String toString() {
            return "PasswordForm[***]";
        }
    }

    @GetMapping
    String show(Locale locale, Model model) {
        UserAccount user = user();
        model.addAttribute("user", user);
        model.addAttribute("role", names.role(user.role()));
        model.addAttribute("form", new LanguageForm(Language.of(locale)));
        model.addAttribute("languages", languages(locale));
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

    @GetMapping("/password")
    String fillIn(Model model) {
        model.addAttribute("form", new PasswordForm("", "", ""));
        model.addAttribute("minimumLength", Passwords.MINIMUM_LENGTH);
        return "access/password";
    }

    @PostMapping("/password")
    String changePassword(
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        if (!form.wanted().equals(form.repeat())) {
            errors.rejectValue("repeat", "access.account.password.repeat.different");
        } else {
            change(form, request, errors);
        }
        if (errors.hasErrors()) {
            model.addAttribute("minimumLength", Passwords.MINIMUM_LENGTH);
            return "access/password";
        }
        Flash.success(redirect, "access.account.password.saved");
        return "redirect:/account";
    }

    private void change(PasswordForm form, HttpServletRequest request, BindingResult errors) {
        UUID user = authorization.actor().id();
        String address = request.getRemoteAddr();
        try {
            throttle.admit(DOOR, user.toString(), address);
        } catch (TooManyAttemptsException e) {
            errors.rejectValue("current", "refusal.too-many-attempts");
            return;
        }
        switch (changePassword.change(user, form.current(), form.wanted())) {
            case Outcome.Done<UserAccount> ignored -> {
                throttle.forgive(DOOR, user.toString(), address);
                sessions.endOthers(user, request.getSession().getId());
            }
            case Outcome.Refused<UserAccount>(Refusal refusal) ->
                errors.rejectValue(
                        refusal.code().equals("password-wrong") ? "current" : "wanted",
                        refusal.messageKey(),
                        refusal.arguments().toArray(),
                        refusal.code());
        }
    }

    private UserAccount user() {
        return users.findByIdAndActiveTrue(authorization.actor().id()).orElseThrow();
    }

    private List<Option> languages(Locale locale) {
        return Arrays.stream(Language.values())
                .map(language -> new Option(
                        language.name(),
                        messages.getMessage("access.language." + language.code(), new Object[0], locale)))
                .toList();
    }
}
