package io.traject.access.web;

import io.traject.access.agreements.AcceptAgreements;
import io.traject.access.security.Onward;
import io.traject.kernel.Language;
import io.traject.web.Flash;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The user reads and accepts the agreements of now, and reads again those of before. */
@Controller
@RequestMapping("/agreements")
class AgreementsPage {

    private final AcceptAgreements acceptAgreements;
    private final Onward onward;

    AgreementsPage(AcceptAgreements acceptAgreements, Onward onward) {
        this.acceptAgreements = acceptAgreements;
        this.onward = onward;
    }

    @GetMapping
    String show(Locale locale, Model model) {
        model.addAttribute("open", acceptAgreements.open());
        model.addAttribute("accepted", acceptAgreements.accepted());
        model.addAttribute("language", Language.of(locale));
        return "access/agreements";
    }

    @PostMapping
    String accept(
            @RequestParam(defaultValue = "") Set<UUID> accepted,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        acceptAgreements.accept(accepted, Language.of(locale));
        if (acceptAgreements.open().isEmpty()) {
            return "redirect:" + onward.path(request, response, "/agreements");
        }
        Flash.danger(redirect, "access.agreements.notAll");
        return "redirect:/agreements";
    }

    @GetMapping("/{kind}/{number}")
    String read(@PathVariable String kind, @PathVariable String number, Locale locale, Model model) {
        model.addAttribute("agreement", acceptAgreements.read(kind, number));
        model.addAttribute("language", Language.of(locale));
        return "access/agreement-text";
    }
}
