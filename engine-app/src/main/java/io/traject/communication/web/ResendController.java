package io.traject.communication.web;

import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.access.Permission;
import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.communication.CaseRecipient;
import io.traject.communication.CaseRecipients;
import io.traject.communication.Channel;
import io.traject.communication.Communication;
import io.traject.communication.Correction;
import io.traject.communication.FileOfCase;
import io.traject.communication.PostalAddress;
import io.traject.communication.ResendCommunication;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Postcode;
import io.traject.web.Flash;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Corrects the address of a mail or letter and sends it again. */
@Controller
@RequestMapping("/cases/{caseId}/communications/{communicationId}/resend")
@LooksAt(value = FileKind.CASE, part = FilePart.FORM, id = "caseId")
class ResendController {

    private final CaseDirectory cases;
    private final FileOfCase file;
    private final CaseRecipients recipients;
    private final ResendCommunication resendCommunication;

    ResendController(
            CaseDirectory cases, FileOfCase file, CaseRecipients recipients, ResendCommunication resendCommunication) {
        this.cases = cases;
        this.file = file;
        this.recipients = recipients;
        this.resendCommunication = resendCommunication;
    }

    /** The address as it is known, to be corrected: of a mail or of a letter. */
    record ResendForm(
            @Nullable String email,
            @Nullable String street,
            @Nullable String houseNumber,
            @Nullable String addition,
            @Nullable String postcode,
            @Nullable String city) {

        static ResendForm of(CaseRecipient recipient) {
            PostalAddress address = recipient.address();
            return new ResendForm(
                    recipient.email().map(EmailAddress::value).orElse(""),
                    address.street(),
                    address.houseNumber(),
                    address.addition(),
                    address.postcode().value(),
                    address.city());
        }
    }

    @GetMapping
    String ask(@PathVariable UUID caseId, @PathVariable UUID communicationId, Model model) {
        Case about = cases.get(caseId, Permission.CASES_EDIT);
        model.addAttribute("form", ResendForm.of(recipients.of(about).orElseThrow(NotFoundException::new)));
        return page(about, communicationId, model);
    }

    @PostMapping
    ModelAndView resend(
            @PathVariable UUID caseId,
            @PathVariable UUID communicationId,
            @ModelAttribute("form") ResendForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Case about = cases.get(caseId, Permission.CASES_EDIT);
        Communication before = file.entry(caseId, communicationId).communication();
        correction(before, form, errors)
                .map(correction -> resendCommunication.resend(caseId, communicationId, correction))
                .ifPresent(outcome -> {
                    if (outcome instanceof Outcome.Refused<Communication>(var refusal)) {
                        errors.reject(refusal.messageKey(), refusal.arguments().toArray(), refusal.code());
                    }
                });
        if (errors.hasErrors()) {
            return new ModelAndView(
                    page(about, communicationId, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Flash.success(
                redirect,
                before.channel() == Channel.MAIL ? "communication.resend.mailDone" : "communication.resend.letterDone");
        return new ModelAndView("redirect:/cases/" + caseId + "#communications");
    }

    private static Optional<Correction> correction(Communication before, ResendForm form, BindingResult errors) {
        return before.channel() == Channel.MAIL ? email(form, errors) : address(form, errors);
    }

    private static Optional<Correction> email(ResendForm form, BindingResult errors) {
        Optional<EmailAddress> email = EmailAddress.parse(text(form.email()));
        if (email.isEmpty()) {
            errors.rejectValue("email", "communication.resend.email.invalid");
        }
        return email.map(Correction.Email::new);
    }

    private static Optional<Correction> address(ResendForm form, BindingResult errors) {
        Optional<Postcode> postcode = Postcode.parse(text(form.postcode()));
        if (postcode.isEmpty()) {
            errors.rejectValue("postcode", "communication.resend.postcode.invalid");
        }
        check("street", form.street(), PostalAddress.LONGEST_STREET, errors);
        check("houseNumber", form.houseNumber(), PostalAddress.LONGEST_NUMBER, errors);
        check("city", form.city(), PostalAddress.LONGEST_CITY, errors);
        if (text(form.addition()).length() > PostalAddress.LONGEST_NUMBER) {
            errors.rejectValue(
                    "addition", "communication.resend.tooLong", new Object[] {PostalAddress.LONGEST_NUMBER}, null);
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Correction.Address(new PostalAddress(
                text(form.street()),
                text(form.houseNumber()),
                form.addition(),
                postcode.orElseThrow(),
                text(form.city()))));
    }

    private static void check(String field, @Nullable String value, int longest, BindingResult errors) {
        if (text(value).isEmpty()) {
            errors.rejectValue(field, "communication.resend.missing");
        } else if (text(value).length() > longest) {
            errors.rejectValue(field, "communication.resend.tooLong", new Object[] {longest}, null);
        }
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "").strip();
    }

    private String page(Case about, UUID communicationId, Model model) {
        model.addAttribute("case", about);
        model.addAttribute(
                "communication", file.entry(about.id(), communicationId).communication());
        return "communication/resend";
    }
}
