package io.traject.communication.web;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.communication.OwnMailServer;
import io.traject.communication.OwnMailServer.Choice;
import io.traject.organisation.MunicipalityDirectory;
import io.traject.web.Flash;
import io.traject.web.Option;
import io.traject.workers.mail.MailSecurity;
import io.traject.workers.mail.MailServerSettings;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The municipality's own mail server: choose it, try it, go back to the platform's. */
@Controller
@RequestMapping("/admin/mail-server")
class MailServerController {

    private static final String PAGE = "communication/mail-server";
    private static final String HERE = "redirect:/admin/mail-server";

    private final OwnMailServer server;
    private final MunicipalityDirectory municipalities;
    private final Authorization authorization;
    private final MessageSource messages;
    private final String platformFrom;

    MailServerController(
            OwnMailServer server,
            MunicipalityDirectory municipalities,
            Authorization authorization,
            MessageSource messages,
            @Value("${traject.mail.from}") String platformFrom) {
        this.server = server;
        this.municipalities = municipalities;
        this.authorization = authorization;
        this.messages = messages;
        this.platformFrom = platformFrom;
    }

    @ModelAttribute("securities")
    List<Option> securities(Locale locale) {
        return Stream.of(MailSecurity.STARTTLS, MailSecurity.TLS, MailSecurity.NONE)
                .map(one -> new Option(
                        one.name(), messages.getMessage("communication.mailServer.security." + one, null, locale)))
                .toList();
    }

    /** Before anything typed is looked at. */
    @ModelAttribute("own")
    Optional<MailServerSettings> own() {
        return server.settings();
    }

    @ModelAttribute("platformFrom")
    String platformFrom() {
        return platformFrom;
    }

    @GetMapping
    String page(Model model) {
        var details = municipalities
                .get(authorization.organisation(Permission.CONFIGURATION))
                .details();
        model.addAttribute("waiting", server.waiting());
        model.addAttribute(
                "form",
                server.settings()
                        .map(MailServerForm::of)
                        .orElseGet(() -> MailServerForm.blank(
                                details.name(), details.email().value())));
        return PAGE;
    }

    @PostMapping
    ModelAndView use(
            @Valid @ModelAttribute("form") MailServerForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Optional<Choice> choice = form.choice(errors, kept());
        if (choice.isEmpty()) {
            return new ModelAndView(PAGE, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        server.use(choice.get());
        Flash.success(redirect, "communication.mailServer.saved", choice.get().host());
        return new ModelAndView(HERE);
    }

    /** Tries what is typed; keeps nothing. */
    @PostMapping("/trial")
    String attempt(
            @Valid @ModelAttribute("form") MailServerForm form,
            BindingResult errors,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        form.choice(errors, kept()).ifPresent(choice -> model.addAttribute("trial", server.attempt(choice)));
        return part ? PAGE + " :: x-trial" : PAGE;
    }

    /** A reload of what a trial answered. */
    @GetMapping("/trial")
    String page() {
        return HERE;
    }

    @GetMapping("/removal")
    String askRemoval(Locale locale, Model model) {
        Optional<MailServerSettings> own = server.settings();
        if (own.isEmpty()) {
            return HERE;
        }
        model.addAttribute(
                "consequences",
                List.of(
                        messages.getMessage(
                                "communication.mailServer.removal.mails", new Object[] {platformFrom}, locale),
                        messages.getMessage(
                                "communication.mailServer.removal.settings",
                                new Object[] {own.get().host()},
                                locale)));
        return "communication/mail-server-removal";
    }

    @PostMapping("/removal")
    String remove(RedirectAttributes redirect) {
        server.forget();
        Flash.success(redirect, "communication.mailServer.removed");
        return HERE;
    }

    private String kept() {
        return server.settings().map(MailServerSettings::username).orElse("");
    }
}
