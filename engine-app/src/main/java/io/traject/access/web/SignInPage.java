package io.traject.access.web;

import io.traject.access.SignInNotices;
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

/** The sign-in page; Spring Security takes its form. */
@Controller
class SignInPage {

    private static final Set<String> OUTCOMES = Set.of("refused", "throttled", "expired", "signed-out");

    private final ObjectProvider<SignInNotices> notices;
    private final Visitors visitors;

    SignInPage(ObjectProvider<SignInNotices> notices, Visitors visitors) {
        this.notices = notices;
        this.visitors = visitors;
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

    private static Optional<String> outcome(HttpServletRequest request) {
        return request.getParameterMap().keySet().stream()
                .filter(OUTCOMES::contains)
                .findFirst();
    }
}
