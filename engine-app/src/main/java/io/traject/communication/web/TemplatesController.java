package io.traject.communication.web;

import io.traject.communication.PreviewTemplate;
import io.traject.communication.PreviewTemplate.Preview;
import io.traject.communication.SaveTemplate;
import io.traject.communication.SaveTemplate.Result;
import io.traject.communication.SendTestMail;
import io.traject.communication.TemplateKind;
import io.traject.communication.TemplateLibrary;
import io.traject.communication.TemplateLibrary.Slot;
import io.traject.communication.TemplateProblem;
import io.traject.communication.TemplateText;
import io.traject.communication.TemplateVersion;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.web.Flash;
import io.traject.web.Meaning;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The municipality's templates: which there are, and the editor with its preview (C2, N6). */
@Controller
@RequestMapping("/communication/templates")
class TemplatesController {

    private static final String EDITOR = "communication/template";

    private final TemplateLibrary library;
    private final SaveTemplate saveTemplate;
    private final PreviewTemplate previewTemplate;
    private final SendTestMail sendTestMail;

    TemplatesController(
            TemplateLibrary library,
            SaveTemplate saveTemplate,
            PreviewTemplate previewTemplate,
            SendTestMail sendTestMail) {
        this.library = library;
        this.saveTemplate = saveTemplate;
        this.previewTemplate = previewTemplate;
        this.sendTestMail = sendTestMail;
    }

    @GetMapping
    String list(Model model) {
        List<Slot> slots = library.slots();
        model.addAttribute("slots", slots);
        model.addAttribute(
                "missing",
                slots.stream()
                        .anyMatch(slot -> slot.required() && slot.template().isEmpty()));
        return "communication/templates";
    }

    @PostMapping("/{kind}/{language}/standard")
    String useStandardText(@PathVariable String kind, @PathVariable String language, RedirectAttributes redirect) {
        library.useStandardText(kindOf(kind), languageOf(language));
        Flash.success(redirect, "communication.template.standardUsed");
        return "redirect:/communication/templates";
    }

    /** @param version an earlier number whose text to start from */
    @GetMapping("/{kind}/{language}")
    String edit(
            @PathVariable String kind,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable Integer version,
            Model model) {
        Slot slot = slot(kind, language);
        TemplateText text = version == null ? slot.text() : earlier(slot, version);
        model.addAttribute("form", TemplateForm.of(text, slot.number()));
        model.addAttribute("restored", version);
        return editor(slot, text, model);
    }

    @PostMapping(path = "/{kind}/{language}", params = "!test")
    ModelAndView save(
            @PathVariable String kind,
            @PathVariable String language,
            @ModelAttribute("form") TemplateForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        Slot slot = slot(kind, language);
        switch (result(slot, form)) {
            case Result.Saved saved -> {
                Flash.success(
                        redirect,
                        "communication.template.saved",
                        saved.template().number());
                return new ModelAndView("redirect:/communication/templates/" + kind + "/" + language);
            }
            case Result.Rejected(List<TemplateProblem> problems) ->
                problems.forEach(problem -> errors.rejectValue(
                        problem.part().name().toLowerCase(Locale.ROOT),
                        problem.messageKey(),
                        arguments(problem),
                        null));
            case Result.Overtaken(var present) -> {
                errors.reject("communication.template.overtaken", new Object[] {present.updatedBy()}, null);
                model.addAttribute("present", present);
            }
        }
        return new ModelAndView(
                editor(slot(kind, language), form.text(), model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Result result(Slot slot, TemplateForm form) {
        try {
            return saveTemplate.save(
                    new SaveTemplate.Command(slot.kind(), slot.language(), form.text(), form.number()));
        } catch (DataIntegrityViolationException | OptimisticLockingFailureException atTheSameMoment) {
            return new Result.Overtaken(
                    library.slot(slot.kind(), slot.language()).template().orElseThrow(() -> atTheSameMoment));
        }
    }

    /** Sends the text as it is on the page, saved or not; the page stays as it is. */
    @PostMapping(path = "/{kind}/{language}", params = "test")
    ModelAndView test(
            @PathVariable String kind,
            @PathVariable String language,
            @ModelAttribute("form") TemplateForm form,
            Model model) {
        Slot slot = slot(kind, language);
        Preview preview = previewTemplate.preview(slot.kind(), slot.language(), form.text());
        if (preview instanceof Preview.Mail mail) {
            model.addAttribute(Flash.ATTRIBUTE, told(sendTestMail.send(mail.mail(), slot.language())));
        }
        return new ModelAndView(editor(slot, form.text(), model), model.asMap());
    }

    private static Flash told(Outcome<EmailAddress> sent) {
        return switch (sent) {
            case Outcome.Done<EmailAddress>(EmailAddress to) ->
                Flash.of(Meaning.SUCCESS, "communication.test.sent", to.value());
            case Outcome.Refused<EmailAddress>(var refusal) ->
                Flash.of(
                        Meaning.DANGER,
                        refusal.messageKey(),
                        refusal.arguments().toArray());
        };
    }

    @PostMapping("/{kind}/{language}/preview")
    String preview(
            @PathVariable String kind,
            @PathVariable String language,
            @ModelAttribute("form") TemplateForm form,
            Model model) {
        addPreview(slot(kind, language), form.text(), model);
        return "communication/preview :: x-preview";
    }

    @GetMapping("/{kind}/{language}/example.pdf")
    ResponseEntity<byte[]> example(@PathVariable String kind, @PathVariable String language) {
        Slot slot = slot(kind, language);
        if (previewTemplate.preview(slot.kind(), slot.language(), slot.text()) instanceof Preview.Letter letter) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .body(letter.pdf());
        }
        throw new NotFoundException();
    }

    private String editor(Slot slot, TemplateText text, Model model) {
        model.addAttribute("slot", slot);
        model.addAttribute("versions", library.versions(slot));
        addPreview(slot, text, model);
        return EDITOR;
    }

    private void addPreview(Slot slot, TemplateText text, Model model) {
        Preview preview = previewTemplate.preview(slot.kind(), slot.language(), text);
        model.addAttribute("slot", slot);
        switch (preview) {
            case Preview.Problems(List<TemplateProblem> problems) ->
                model.addAttribute(
                        "problems",
                        problems.stream()
                                .map(problem -> new Problem(problem.messageKey(), arguments(problem)))
                                .toList());
            case Preview.Refused(var refusal) ->
                model.addAttribute(
                        "problems",
                        List.of(new Problem(
                                refusal.messageKey(), refusal.arguments().toArray())));
            case Preview.Mail mail -> model.addAttribute("mail", mail);
            case Preview.Letter letter ->
                model.addAttribute(
                        "pages",
                        letter.pages().stream()
                                .map(page -> "data:image/png;base64,"
                                        + Base64.getEncoder().encodeToString(page))
                                .toList());
        }
    }

    /** A message with its arguments: line, column, and what the problem names. */
    record Problem(String key, Object[] arguments) {}

    private static Object[] arguments(TemplateProblem problem) {
        return Stream.concat(Stream.of(problem.line(), problem.column()), problem.arguments().stream())
                .toArray();
    }

    private TemplateText earlier(Slot slot, int number) {
        return library.versions(slot).stream()
                .filter(version -> version.number() == number)
                .map(TemplateVersion::text)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Slot slot(String kind, String language) {
        return library.slot(kindOf(kind), languageOf(language));
    }

    private static TemplateKind kindOf(String code) {
        return Stream.of(TemplateKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static Language languageOf(String code) {
        return Stream.of(Language.values())
                .filter(language -> language.code().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
