package io.traject.access.web;

import io.traject.access.SignInNotices;
import io.traject.access.security.SecondStepSignIn;
import io.traject.kernel.Language;
import io.traject.web.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages of signing in; Spring Security takes their forms. */
@Controller
class SignInPage {

    private static final Set<String> OUTCOMES =
            Set.of("refused", "throttled", "expired", "signed-out", "password-chosen");

    private final ObjectProvider<SignInNotices> notices;
    private final Visitors visitors;
    private final SecondStepSignIn secondStep;

    SignInPage(ObjectProvider<SignInNotices> notices, Visitors visitors, SecondStepSignIn secondStep) {
        this.notices = notices;
        this.visitors = visitors;
        this.secondStep = secondStep;
    }

    @GetMapping("/sign-in")
    String show(HttpServletRequest request, Locale locale, Model model) {
        if (visitors.current().isPresent()) {
            return "redirect:/";
        }
        model.addAttribute("outcome", outcome(request).orElse(""));
        model.addAttribute(
                "notices",
                notices.stream()
                        .flatMap(room -> room.current(Language.of(locale)).stream())
                        .toList());
        return "access/sign-in";
    }

    /** The second step, for who has passed the first. */
    @GetMapping("/sign-in/code")
    String showSecondStep(HttpServletRequest request, Model model) {
        if (visitors.current().isPresent()) {
            return "redirect:/";
        }
        if (!secondStep.isExpected(request)) {
            return "redirect:/sign-in?expired";
        }
        model.addAttribute("outcome", outcome(request).orElse(""));
        return "access/sign-in-code";
    }

    private static Optional<String> outcome(HttpServletRequest request) {
        return request.getParameterMap().keySet().stream()
                .filter(OUTCOMES::contains)
                .findFirst();
    }
}
