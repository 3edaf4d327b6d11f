package io.traject.communication.web;

import io.traject.communication.languages.AddressLanguage;
import io.traject.communication.languages.AddressLanguageDirectory;
import io.traject.communication.languages.SetAddressLanguage;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.kernel.Outcome;
import io.traject.web.Flash;
import io.traject.web.Option;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The language of the e-mail address of a user, an employee or a contact person (A4), reached from that one's page, which
 * shows {@code communication/address-language :: control}.
 */
@Controller
@RequestMapping("/mail-addresses/{id}/language")
class AddressLanguageController {

    private static final String PAGE = "communication/address-language-page";

    private final AddressLanguageDirectory directory;
    private final SetAddressLanguage setAddressLanguage;
    private final Languages languages;
    private final MessageSource messages;

    AddressLanguageController(
            AddressLanguageDirectory directory,
            SetAddressLanguage setAddressLanguage,
            Languages languages,
            MessageSource messages) {
        this.directory = directory;
        this.setAddressLanguage = setAddressLanguage;
        this.languages = languages;
        this.messages = messages;
    }

    /**
     * @param language its code; empty for none
     * @param version of the setting that was looked at
     */
    record LanguageForm(@Nullable String language, long version) {}

    @GetMapping
    String show(@PathVariable UUID id, @RequestParam("whose") String kind, Locale locale, Model model) {
        AddressLanguage shown = directory.get(kind, id);
        model.addAttribute(
                "form", new LanguageForm(shown.set().map(Language::code).orElse(""), shown.version()));
        return page(shown, kind, locale, model);
    }

    @PostMapping
    String set(
            @PathVariable UUID id,
            @RequestParam("whose") String kind,
            @ModelAttribute("form") LanguageForm form,
            Locale locale,
            Model model,
            RedirectAttributes redirect) {
        Optional<Language> language = Optional.ofNullable(form.language()).flatMap(languages::named);
        switch (setAddressLanguage.set(kind, id, language, form.version())) {
            case Outcome.Done<AddressLanguage>(AddressLanguage now) -> {
                Flash.success(
                        redirect, "communication.address.saved", now.holder().name());
                return "redirect:" + now.holder().path();
            }
            case Outcome.Refused<AddressLanguage>(var refusal) -> {
                AddressLanguage now = directory.get(kind, id);
                model.addAttribute("form", new LanguageForm(form.language(), now.version()));
                model.addAttribute("refusal", refusal.code());
                return page(now, kind, locale, model);
            }
        }
    }

    private String page(AddressLanguage shown, String kind, Locale locale, Model model) {
        model.addAttribute("shown", shown);
        model.addAttribute("kind", kind);
        model.addAttribute("options", options(shown, locale));
        return PAGE;
    }

    private List<Option> options(AddressLanguage shown, Locale locale) {
        Option none = new Option(
                "",
                messages.getMessage(
                        "communication.address.none",
                        new Object[] {shown.otherwise().language().ownName()},
                        locale));
        return Stream.concat(
                        Stream.of(none), languages.offered().stream().map(one -> new Option(one.code(), one.ownName())))
                .toList();
    }
}
