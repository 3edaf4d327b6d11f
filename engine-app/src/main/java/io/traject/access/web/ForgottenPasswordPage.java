package io.traject.access.web;

import io.traject.access.events.Origin;
import io.traject.access.links.ChooseNewPassword;
import io.traject.access.links.RequestNewPassword;
import io.traject.access.security.DeviceCookie;
import io.traject.access.security.Sessions;
import io.traject.access.security.Throttle;
import io.traject.access.security.TooManyAttemptsException;
import io.traject.access.users.PasswordRules;
import io.traject.access.users.UserAccount;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** For who has forgotten the password: asks for a mail, and the page behind the link in it. */
@Controller
@RequestMapping("/forgotten-password")
class ForgottenPasswordPage {

    private static final String PAGE = "redirect:/forgotten-password";
    private static final String FORM = "access/new-password";

    private final RequestNewPassword requestNewPassword;
    private final ChooseNewPassword chooseNewPassword;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final Throttle throttle;
    private final DeviceCookie cookie;

    ForgottenPasswordPage(
            RequestNewPassword requestNewPassword,
            ChooseNewPassword chooseNewPassword,
            PasswordRules rules,
            Sessions sessions,
            Throttle throttle,
            DeviceCookie cookie) {
        this.requestNewPassword = requestNewPassword;
        this.chooseNewPassword = chooseNewPassword;
        this.rules = rules;
        this.sessions = sessions;
        this.throttle = throttle;
        this.cookie = cookie;
    }

    record PasswordForm(String wanted, String repeat) {

        @Override
        public String toString() {
            return "PasswordForm[***]";
        }
    }

    @GetMapping
    String ask(HttpServletRequest request, Model model) {
        model.addAttribute("sent", request.getParameter("sent") != null);
        model.addAttribute("throttled", request.getParameter("throttled") != null);
        return "access/forgotten-password";
    }

    /** The same answer for every name. */
    @PostMapping
    String request(@RequestParam(defaultValue = "") String username, HttpServletRequest request) {
        String account = username.strip().toLowerCase(Locale.ROOT);
        try {
            throttle.admit(Throttle.FORGOTTEN_PASSWORD, account, request.getRemoteAddr(), DeviceCookie.of(request));
        } catch (TooManyAttemptsException e) {
            return PAGE + "?throttled";
        }
        requestNewPassword.request(account, Origin.of(request));
        return PAGE + "?sent";
    }

    @GetMapping("/{code}")
    String fillIn(@PathVariable String code, Model model) {
        model.addAttribute("form", new PasswordForm("", ""));
        return form(code, model);
    }

    /** From here on nobody is signed in any more as this user, and this browser is known to be the user's. */
    @PostMapping("/{code}")
    String choose(
            @PathVariable String code,
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!form.wanted().equals(form.repeat())) {
            errors.rejectValue("repeat", "access.account.password.repeat.different");
            return form(code, model);
        }
        return switch (chooseNewPassword.choose(code, form.wanted(), Origin.of(request))) {
            case Outcome.Done<UserAccount>(UserAccount user) -> {
                sessions.endAll(user.id());
                throttle.forget(user.username());
                throttle.signedIn(user.username(), request.getRemoteAddr(), cookie.give(request, response));
                yield "redirect:/sign-in?password-chosen";
            }
            case Outcome.Refused<UserAccount>(Refusal refusal) -> {
                errors.rejectValue(
                        "wanted", refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
                yield form(code, model);
            }
        };
    }

    private String form(String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("works", chooseNewPassword.works(code));
        model.addAttribute("minimumLength", rules.minimumLength());
        return FORM;
    }
}
