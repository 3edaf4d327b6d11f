package io.traject.registration.web;

import io.traject.access.Permission;
import io.traject.organisation.employers.CancelEmployer;
import io.traject.organisation.employers.Employer;
import io.traject.organisation.employers.EmployerDirectory;
import io.traject.web.Flash;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks before an employer that is not published is given up. */
@Controller
@RequestMapping("/employers/{id}/cancellation")
class CancellationPage {

    private final EmployerDirectory employers;
    private final CancelEmployer cancelEmployer;

    CancellationPage(EmployerDirectory employers, CancelEmployer cancelEmployer) {
        this.employers = employers;
        this.cancelEmployer = cancelEmployer;
    }

    @GetMapping
    String ask(@PathVariable UUID id, Model model) {
        model.addAttribute("employer", employers.get(id, Permission.EMPLOYERS_REGISTER));
        return "registration/cancellation";
    }

    @PostMapping
    String cancel(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        Employer cancelled = cancelEmployer.cancel(id, OptionalLong.of(version)).orThrow();
        Flash.success(redirect, "registration.cancelled", cancelled.name());
        return "redirect:/employers/drafts";
    }
}
