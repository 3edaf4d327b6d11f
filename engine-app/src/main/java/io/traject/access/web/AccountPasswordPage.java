package io.traject.access.web;

import io.traject.access.Authorization;
import io.traject.access.events.Origin;
import io.traject.access.security.Onward;
import io.traject.access.security.Sessions;
import io.traject.access.users.ChangePassword;
import io.traject.access.users.PasswordChangesDue;
import io.traject.access.users.PasswordRules;
import io.traject.access.users.UserAccount;
import io.traject.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The signed-in user changes the own password; at once, when somebody else gave it. */
@Controller
@RequestMapping("/account/password")
class AccountPasswordPage {

    private final ChangePassword changePassword;
    private final PasswordChangesDue due;
    private final PasswordRules rules;
    private final AccountDoor door;
    private final Sessions sessions;
    private final Onward onward;
    private final Authorization authorization;

    AccountPasswordPage(
            ChangePassword changePassword,
            PasswordChangesDue due,
            PasswordRules rules,
            AccountDoor door,
            Sessions sessions,
            Onward onward,
            Authorization authorization) {
        this.changePassword = changePassword;
        this.due = due;
        this.rules = rules;
        this.door = door;
        this.sessions = sessions;
        this.onward = onward;
        this.authorization = authorization;
    }

    record PasswordForm(String current, String wanted, String repeat) {

        @Override
        public String toString() {
            return "PasswordForm[***]";
        }
    }

    @ModelAttribute
    void describe(Model model) {
        model.addAttribute("minimumLength", rules.minimumLength());
        model.addAttribute("due", due.isDue(authorization.actor().id()));
    }

    @GetMapping
    String fillIn(Model model) {
        model.addAttribute("form", new PasswordForm("", "", ""));
        return "access/password";
    }

    @PostMapping
    String change(
            @ModelAttribute("form") PasswordForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        UUID user = authorization.actor().id();
        if (!form.wanted().equals(form.repeat())) {
            errors.rejectValue("repeat", "access.account.password.repeat.different");
            return "access/password";
        }
        Optional<UserAccount> changed = door.attempt(
                request,
                errors,
                code -> code.equals("password-wrong") ? "current" : "wanted",
                () -> changePassword.change(user, form.current(), form.wanted(), Origin.of(request)));
        if (changed.isEmpty()) {
            return "access/password";
        }
        sessions.endOthers(user, request.getSession().getId());
        Flash.success(redirect, "access.account.password.saved");
        return "redirect:" + onward.path(request, response, "/account");
    }
}
