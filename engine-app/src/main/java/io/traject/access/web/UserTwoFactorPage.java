package io.traject.access.web;

import io.traject.access.factors.ResetSecondFactor;
import io.traject.access.security.Sessions;
import io.traject.access.users.ManagedUsers;
import io.traject.access.users.UserAccount;
import io.traject.web.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An administrator takes off the second factor of a user who has lost it. */
@Controller
@RequestMapping("/admin/users/{id}/two-factor")
class UserTwoFactorPage {

    private final ManagedUsers users;
    private final ResetSecondFactor resetSecondFactor;
    private final Sessions sessions;

    UserTwoFactorPage(ManagedUsers users, ResetSecondFactor resetSecondFactor, Sessions sessions) {
        this.users = users;
        this.resetSecondFactor = resetSecondFactor;
        this.sessions = sessions;
    }

    @GetMapping
    String askToReset(@PathVariable UUID id, Model model) {
        model.addAttribute("user", users.get(id));
        return "access/user-two-factor";
    }

    @PostMapping
    String reset(@PathVariable UUID id, RedirectAttributes redirect) {
        UserAccount user = resetSecondFactor.reset(id).orThrow();
        sessions.endAll(id);
        Flash.success(redirect, "access.users.twoFactor.done", user.displayName());
        return "redirect:/admin/users";
    }
}
