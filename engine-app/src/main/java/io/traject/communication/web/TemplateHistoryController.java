package io.traject.communication.web;

import io.traject.communication.RemoveTemplate;
import io.traject.communication.SaveTemplate;
import io.traject.communication.SaveTemplate.Result;
import io.traject.communication.TemplateLibrary;
import io.traject.communication.TemplateLibrary.Slot;
import io.traject.communication.TemplateText;
import io.traject.communication.TemplateUsage;
import io.traject.communication.TemplateVersion;
import io.traject.communication.TextDifference;
import io.traject.kernel.NotFoundException;
import io.traject.web.Flash;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a template said before: look, compare, take it back; and remove a template that nothing needs. */
@Controller
@RequestMapping("/communication/templates/{kind}/{language}")
class TemplateHistoryController {

    private final TemplateLibrary library;
    private final SaveTemplate saveTemplate;
    private final RemoveTemplate removeTemplate;
    private final MessageSource messages;

    TemplateHistoryController(
            TemplateLibrary library, SaveTemplate saveTemplate, RemoveTemplate removeTemplate, MessageSource messages) {
        this.library = library;
        this.saveTemplate = saveTemplate;
        this.removeTemplate = removeTemplate;
        this.messages = messages;
    }

    /** @param with the version to compare with; without it, the one before */
    @GetMapping("/versions/{number}")
    String version(
            @PathVariable String kind,
            @PathVariable String language,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable Integer with,
            Model model) {
        Slot slot = slot(kind, language);
        List<TemplateVersion> versions = library.versions(slot);
        TemplateVersion shown = version(versions, number);
        int other = with != null ? with : Math.max(number - 1, 1);
        TemplateVersion compared = version(versions, other);
        model.addAttribute("slot", slot);
        model.addAttribute("versions", versions);
        model.addAttribute("shown", shown);
        model.addAttribute("compared", compared);
        model.addAttribute(
                "subject",
                TextDifference.between(compared.text().subject(), shown.text().subject()));
        model.addAttribute(
                "body",
                TextDifference.between(compared.text().body(), shown.text().body()));
        return "communication/template-version";
    }

    /** Saves the text of an earlier version as the newest one. */
    @PostMapping("/versions/{number}")
    String takeBack(
            @PathVariable String kind,
            @PathVariable String language,
            @PathVariable int number,
            @RequestParam("present") int present,
            Locale locale,
            RedirectAttributes redirect) {
        Slot slot = slot(kind, language);
        TemplateText text = version(library.versions(slot), number).text();
        String comment = messages.getMessage("communication.version.again", new Object[] {number}, locale);
        switch (saveTemplate.save(new SaveTemplate.Command(slot.kind(), slot.language(), text, present, comment))) {
            case Result.Saved saved ->
                Flash.success(
                        redirect,
                        "communication.template.saved",
                        saved.template().number());
            case Result.Overtaken overtaken ->
                Flash.danger(
                        redirect,
                        "communication.template.overtaken",
                        overtaken.present().updatedBy());
            case Result.Rejected rejected -> {
                Flash.danger(redirect, "communication.version.rejected");
                return "redirect:/communication/templates/%s/%s?version=%d".formatted(kind, language, number);
            }
        }
        return "redirect:/communication/templates/" + kind + "/" + language;
    }

    @GetMapping("/removal")
    String askRemoval(@PathVariable String kind, @PathVariable String language, Locale locale, Model model) {
        Slot slot = slot(kind, language);
        if (slot.template().isEmpty()) {
            throw new NotFoundException();
        }
        TemplateUsage usage = library.usage(slot.kind(), slot.language());
        model.addAttribute("slot", slot);
        model.addAttribute("usage", usage);
        model.addAttribute(
                "consequences",
                List.of(messages.getMessage("communication.removal.versions", new Object[] {slot.number()}, locale)));
        return "communication/template-removal";
    }

    @PostMapping("/removal")
    String remove(@PathVariable String kind, @PathVariable String language, RedirectAttributes redirect) {
        Slot slot = slot(kind, language);
        removeTemplate.remove(slot.kind(), slot.language()).orThrow();
        Flash.success(redirect, "communication.removal.done");
        return "redirect:/communication/templates";
    }

    private static TemplateVersion version(List<TemplateVersion> versions, int number) {
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Slot slot(String kind, String language) {
        return library.slot(TemplateCodes.kind(kind), TemplateCodes.language(language));
    }
}
