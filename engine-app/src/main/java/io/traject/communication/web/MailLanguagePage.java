package io.traject.communication.web;

import io.traject.access.Attempts;
import io.traject.communication.languages.ChooseMailLanguage;
import io.traject.communication.languages.ChooseMailLanguage.Invitation;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.web.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the recipient of a mail chooses its language with the link in it: without an account, a cookie or a script (A4).
 * It tells nothing about anyone, and looking, as mail scanners do, changes nothing.
 */
@Controller
@RequestMapping("/mail-language/{code}")
class MailLanguagePage {

    private static final String DOOR = "mail-language";
    private static final String FORM = "communication/mail-language";

    private final ChooseMailLanguage chooseMailLanguage;
    private final Languages languages;
    private final Attempts attempts;

    MailLanguagePage(ChooseMailLanguage chooseMailLanguage, Languages languages, Attempts attempts) {
        this.chooseMailLanguage = chooseMailLanguage;
        this.languages = languages;
        this.attempts = attempts;
    }

    @ModelAttribute
    void speak(@RequestParam(defaultValue = "") String language, HttpServletRequest request, Model model) {
        speak(languages.orStandard(languages.named(language)), request, model);
        model.addAttribute("languages", languages.offered());
    }

    @GetMapping
    String show(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Duration> wait = attempts.admit(DOOR, code, request.getRemoteAddr());
        if (wait.isPresent()) {
            return tooOften(wait.get(), response);
        }
        Optional<Invitation> invitation = chooseMailLanguage.find(code);
        if (invitation.isEmpty()) {
            return ended(response);
        }
        attempts.forgive(DOOR, code, request.getRemoteAddr());
        model.addAttribute("code", code);
        model.addAttribute("chosen", invitation.get().chosen().orElse((Language) model.getAttribute("spoken")));
        return FORM;
    }

    /** The same again is answered the same. */
    @PostMapping
    String choose(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String chosen,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Duration> wait = attempts.admit(DOOR, code, request.getRemoteAddr());
        if (wait.isPresent()) {
            return tooOften(wait.get(), response);
        }
        Optional<Language> language = languages.named(chosen);
        if (language.isEmpty()) {
            return show(code, request, response, model);
        }
        if (!chooseMailLanguage.choose(code, language.get())) {
            return ended(response);
        }
        speak(language.get(), request, model);
        return "communication/mail-language-receipt";
    }

    private static void speak(Language language, HttpServletRequest request, Model model) {
        request.setAttribute(Visitors.PAGE_LANGUAGE, language);
        model.addAttribute("spoken", language);
    }

    /** The link is unknown, was changed, or has expired: nobody is told which. */
    private static String ended(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return "communication/mail-language-ended";
    }

    private static String tooOften(Duration wait, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        return "communication/mail-language-too-often";
    }
}
