package io.traject.access.web;

import io.traject.access.events.Origin;
import io.traject.access.links.ChangeEmail;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Outcome;
import io.traject.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The signed-in user changes the own e-mail address; the link in the mail needs no sign-in. */
@Controller
class AccountEmailPage {

    private static final String FORM = "access/email";
    private static final String CONFIRMATION = "access/email-confirmation";

    private final ChangeEmail changeEmail;
    private final AccountDoor door;

    AccountEmailPage(ChangeEmail changeEmail, AccountDoor door) {
        this.changeEmail = changeEmail;
        this.door = door;
    }

    record EmailForm(String email, String password) {

        @Override
        public String toString() {
            return "EmailForm[***]";
        }
    }

    @GetMapping("/account/email")
    String fillIn(Model model) {
        model.addAttribute("form", new EmailForm("", ""));
        return FORM;
    }

    @PostMapping("/account/email")
    String ask(
            @ModelAttribute("form") EmailForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Optional<EmailAddress> wanted = EmailAddress.parse(form.email().strip());
        if (wanted.isEmpty()) {
            errors.rejectValue("email", "access.users.email.invalid");
            return FORM;
        }
        if (door.attempt(
                        request,
                        errors,
                        code -> "password",
                        () -> changeEmail.ask(wanted.get(), form.password(), Origin.of(request)))
                .isEmpty()) {
            return FORM;
        }
        Flash.info(redirect, "access.account.email.asked", wanted.get().value());
        return "redirect:/account";
    }

    @GetMapping("/email-confirmation/{code}")
    String look(@PathVariable String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("wanted", changeEmail.wanted(code).map(EmailAddress::value));
        model.addAttribute("done", false);
        return CONFIRMATION;
    }

    @PostMapping("/email-confirmation/{code}")
    String confirm(@PathVariable String code, HttpServletRequest request, Model model) {
        Outcome<EmailAddress> outcome = changeEmail.confirm(code, Origin.of(request));
        model.addAttribute("code", code);
        model.addAttribute(
                "wanted",
                outcome instanceof Outcome.Done<EmailAddress>(EmailAddress address)
                        ? Optional.of(address.value())
                        : Optional.empty());
        model.addAttribute("done", outcome instanceof Outcome.Done);
        return CONFIRMATION;
    }
}
