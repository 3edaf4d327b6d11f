package io.traject.communication.web;

import io.traject.communication.MergeField;
import io.traject.communication.PreviewResidents.PreviewResident;
import io.traject.communication.PreviewTemplate;
import io.traject.communication.PreviewTemplate.Preview;
import io.traject.communication.SaveTemplate;
import io.traject.communication.SaveTemplate.Result;
import io.traject.communication.SendTestMail;
import io.traject.communication.TemplateCategory;
import io.traject.communication.TemplateLibrary;
import io.traject.communication.TemplateLibrary.Slot;
import io.traject.communication.TemplateProblem;
import io.traject.communication.TemplateText;
import io.traject.communication.TemplateVersion;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.web.Flash;
import io.traject.web.Meaning;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** A mail's HTML may look as it likes, and do or fetch nothing; only our own page may frame it. */
    private static final String NOTHING_BUT_LOOKS =
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

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
    String list(@RequestParam(defaultValue = "") String category, Model model) {
        List<Group> groups = library.categories().stream()
                .filter(each -> category.isEmpty() || category.equals(each.code()))
                .map(each -> new Group(each, library.slots(each)))
                .toList();
        model.addAttribute("groups", groups);
        model.addAttribute("categories", library.categories());
        model.addAttribute("chosen", category);
        model.addAttribute(
                "missing",
                groups.stream()
                        .flatMap(group -> group.slots().stream())
                        .anyMatch(slot -> slot.required() && slot.template().isEmpty()));
        return "communication/templates";
    }

    /** The templates of a category. */
    record Group(TemplateCategory category, List<Slot> slots) {}

    @PostMapping("/{kind}/{language}/standard")
    String useStandardText(@PathVariable String kind, @PathVariable String language, RedirectAttributes redirect) {
        library.useStandardText(TemplateCodes.kind(kind), TemplateCodes.language(language));
        Flash.success(redirect, "communication.template.standardUsed");
        return "redirect:/communication/templates";
    }

    /** @param version an earlier number whose text to start from */
    @GetMapping("/{kind}/{language}")
    String edit(
            @PathVariable String kind,
            @PathVariable String language,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(name = "case", required = false) @Nullable String caseNumber,
            Model model) {
        Slot slot = slot(kind, language);
        TemplateText text = version == null ? slot.text() : earlier(slot, version);
        model.addAttribute("form", TemplateForm.of(text, slot.number()));
        model.addAttribute("restored", version);
        return editor(slot, text, caseNumber, model);
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
                editor(slot(kind, language), form.text(), null, model),
                model.asMap(),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Result result(Slot slot, TemplateForm form) {
        try {
            return saveTemplate.save(
                    new SaveTemplate.Command(slot.kind(), slot.language(), form.text(), form.number(), form.saidWhy()));
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
        return new ModelAndView(editor(slot, form.text(), null, model), model.asMap());
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
            @RequestParam(name = "case", required = false) @Nullable String caseNumber,
            Model model) {
        addPreview(slot(kind, language), form.text(), caseNumber, model);
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

    /** The page as it is, with its preview: for readers whose browser runs no scripts. Saves nothing. */
    @PostMapping("/{kind}/{language}/look")
    String look(
            @PathVariable String kind,
            @PathVariable String language,
            @ModelAttribute("form") TemplateForm form,
            @RequestParam(name = "case", required = false) @Nullable String caseNumber,
            Model model) {
        return editor(slot(kind, language), form.text(), caseNumber, model);
    }

    /** A reload of such a page. */
    @GetMapping("/{kind}/{language}/look")
    String look(@PathVariable String kind, @PathVariable String language) {
        return "redirect:/communication/templates/" + kind + "/" + language;
    }

    /** The HTML of the mail as it is on the page, for a frame that runs and fetches nothing. */
    @PostMapping("/{kind}/{language}/html")
    ResponseEntity<String> html(
            @PathVariable String kind,
            @PathVariable String language,
            @ModelAttribute("form") TemplateForm form,
            @RequestParam(name = "case", required = false) @Nullable String caseNumber) {
        Slot slot = slot(kind, language);
        Preview preview = previewTemplate.preview(
                slot.kind(), slot.language(), form.text(), resident(caseNumber, previewTemplate.latest()));
        return ResponseEntity.ok()
                .header("Content-Security-Policy", NOTHING_BUT_LOOKS)
                .cacheControl(CacheControl.noStore())
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(preview instanceof Preview.Mail mail ? mail.mail().html() : "");
    }

    private String editor(Slot slot, TemplateText text, @Nullable String caseNumber, Model model) {
        model.addAttribute("slot", slot);
        model.addAttribute("versions", library.versions(slot));
        model.addAttribute("chosenCase", caseNumber);
        model.addAttribute(
                "fieldGroups",
                slot.kind().fields().stream()
                        .collect(Collectors.groupingBy(MergeField::groupKey, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("usage", library.usage(slot.kind(), slot.language()));
        addPreview(slot, text, caseNumber, model);
        return EDITOR;
    }

    /** Without a case number the latest resident; an invented one where there is none. */
    private Optional<PreviewResident> resident(@Nullable String caseNumber, List<PreviewResident> latest) {
        return caseNumber == null || caseNumber.isBlank()
                ? latest.stream().findFirst()
                : previewTemplate.resident(caseNumber);
    }

    private void addPreview(Slot slot, TemplateText text, @Nullable String caseNumber, Model model) {
        List<PreviewResident> latest = previewTemplate.latest();
        Optional<PreviewResident> resident = resident(caseNumber, latest);
        model.addAttribute(
                "latest", latest.stream().map(PreviewResident::caseNumber).toList());
        model.addAttribute("shownFor", resident.map(PreviewResident::caseNumber).orElse(null));
        model.addAttribute("unknownCase", caseNumber != null && !caseNumber.isBlank() && resident.isEmpty());
        Preview preview = previewTemplate.preview(slot.kind(), slot.language(), text, resident);
        model.addAttribute("slot", slot);
        switch (preview) {
            case Preview.Problems(List<TemplateProblem> problems) ->
                model.addAttribute(
                        "problems",
                        problems.stream()
                                .map(problem -> new Problem(
                                        problem.messageKey(),
                                        arguments(problem),
                                        problem.part().name().toLowerCase(Locale.ROOT),
                                        problem.line(),
                                        problem.column()))
                                .toList());
            case Preview.Refused(var refusal) ->
                model.addAttribute(
                        "problems",
                        List.of(new Problem(
                                refusal.messageKey(), refusal.arguments().toArray(), "body", 0, 0)));
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

    /**
     * A message with its arguments: line, column, and what the problem names.
     *
     * @param field that it is in
     * @param line from 1; 0 for the text as a whole
     */
    record Problem(String key, Object[] arguments, String field, int line, int column) {}

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
        return library.slot(TemplateCodes.kind(kind), TemplateCodes.language(language));
    }
}
