package io.traject.access.web;

import io.traject.access.factors.TwoFactorRequirement;
import io.traject.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the users of an organisation sign in: an administrator may require two steps. */
@Controller
@RequestMapping("/admin/sign-in")
class SignInPolicyPage {

    private final TwoFactorRequirement requirement;

    SignInPolicyPage(TwoFactorRequirement requirement) {
        this.requirement = requirement;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("overview", requirement.overview());
        return "access/sign-in-policy";
    }

    @PostMapping
    String require(@RequestParam boolean required, RedirectAttributes redirect) {
        requirement.require(required);
        Flash.success(redirect, required ? "access.policy.required" : "access.policy.notRequired");
        return "redirect:/admin/sign-in";
    }
}
