package io.traject.communication.web;

import io.traject.communication.EditHouseStyle;
import io.traject.communication.HouseStyle;
import io.traject.communication.PrintImage;
import io.traject.communication.StyleElement;
import io.traject.communication.StyleImage;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.web.Flash;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Logo and signature: look at the letter with them first, then use, replace or remove them. */
@Controller
@RequestMapping("/communication/house-style")
class HouseStyleController {

    private static final String PAGE = "communication/house-style-image";
    private static final String HERE = "redirect:/communication/house-style";

    private final EditHouseStyle houseStyle;
    private final MessageSource messages;

    HouseStyleController(EditHouseStyle houseStyle, MessageSource messages) {
        this.houseStyle = houseStyle;
        this.messages = messages;
    }

    /** What there is of an element; images as data addresses. */
    record Element(StyleElement element, Optional<StyleImage> inUse, boolean hasDraft) {

        public @Nullable String source() {
            return inUse.map(image -> HouseStyleController.source(image.image().png()))
                    .orElse(null);
        }
    }

    @GetMapping
    String overview(Locale locale, Model model) {
        HouseStyle inUse = houseStyle.inUse();
        model.addAttribute(
                "elements",
                Stream.of(StyleElement.values())
                        .map(each -> new Element(
                                each, inUse.get(each), houseStyle.draft(each).isPresent()))
                        .toList());
        model.addAttribute("pages", pages(inUse, locale));
        return "communication/house-style";
    }

    @GetMapping("/{kind}")
    String edit(@PathVariable String kind, Locale locale, Model model) {
        StyleElement element = element(kind);
        model.addAttribute(
                "form",
                HouseStyleForm.of(
                        houseStyle.draft(element).or(() -> houseStyle.inUse().get(element))));
        return show(element, null, locale, model);
    }

    /** An image that is fine is kept as a draft, also when its words are not given yet. */
    @PostMapping("/{kind}")
    ModelAndView tryOut(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @Valid @ModelAttribute("form") HouseStyleForm form,
            BindingResult errors,
            Locale locale,
            Model model)
            throws IOException {
        StyleElement element = element(kind);
        form.check(element, errors);
        String fileError = null;
        if (houseStyle.tryOut(element, content(file), form.saidWords(), form.saidFunction())
                instanceof Outcome.Refused<StyleImage>(Refusal refusal)) {
            fileError = messages.getMessage(
                    refusal.messageKey(), refusal.arguments().toArray(), locale);
        }
        if (fileError == null && !errors.hasErrors()) {
            return new ModelAndView(HERE + "/" + kind);
        }
        return new ModelAndView(
                show(element, fileError, locale, model), model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** No more of a file than tells that it is too large. */
    private static byte @Nullable [] content(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return null;
        }
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(PrintImage.MOST_BYTES + 1);
        }
    }

    @PostMapping("/{kind}/use")
    String use(@PathVariable String kind, @RequestParam UUID draft, RedirectAttributes redirect) {
        StyleElement element = element(kind);
        houseStyle.use(element, draft).orThrow();
        Flash.success(redirect, used(element));
        return HERE;
    }

    private static String used(StyleElement element) {
        return element == StyleElement.LOGO
                ? "communication.houseStyle.used.logo"
                : "communication.houseStyle.used.signature";
    }

    @PostMapping("/{kind}/discard")
    String discard(@PathVariable String kind, RedirectAttributes redirect) {
        houseStyle.discardDraft(element(kind));
        Flash.info(redirect, "communication.houseStyle.discarded");
        return HERE;
    }

    @GetMapping("/{kind}/removal")
    String askRemoval(@PathVariable String kind, Locale locale, Model model) {
        StyleElement element = element(kind);
        if (houseStyle.inUse().get(element).isEmpty()) {
            return HERE;
        }
        model.addAttribute("element", element);
        model.addAttribute(
                "consequences",
                Stream.of(
                                "communication.houseStyle.removal.letters." + kind,
                                "communication.houseStyle.removal.made",
                                "communication.houseStyle.removal.file")
                        .map(key -> messages.getMessage(key, null, locale))
                        .toList());
        return "communication/house-style-removal";
    }

    @PostMapping("/{kind}/removal")
    String remove(@PathVariable String kind, RedirectAttributes redirect) {
        houseStyle.remove(element(kind));
        Flash.success(redirect, "communication.houseStyle.removed");
        return HERE;
    }

    private String show(StyleElement element, @Nullable String fileError, Locale locale, Model model) {
        HouseStyle inUse = houseStyle.inUse();
        Optional<StyleImage> draft = houseStyle.draft(element);
        model.addAttribute("element", element);
        model.addAttribute("fileError", fileError);
        model.addAttribute("inUse", inUse.get(element));
        model.addAttribute("before", pages(inUse, locale));
        model.addAttribute("draft", draft);
        model.addAttribute(
                "draftSource", draft.map(image -> source(image.image().png())).orElse(null));
        draft.filter(image -> image.isComplete(element))
                .ifPresent(image -> model.addAttribute("after", pages(houseStyle.withDraft(element, image), locale)));
        return PAGE;
    }

    private List<String> pages(HouseStyle style, Locale locale) {
        return houseStyle.preview(style, Language.of(locale)).stream()
                .map(HouseStyleController::source)
                .toList();
    }

    private static String source(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private static StyleElement element(String code) {
        return StyleElement.ofCode(code).orElseThrow(NotFoundException::new);
    }
}
