package io.traject.communication.web;

import io.traject.communication.languages.SetOrganisationLanguage;
import io.traject.kernel.Languages;
import io.traject.settings.MunicipalitySetting;
import io.traject.web.Flash;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The language of an organisation's mails, on the page Admin > General (A4). */
@Controller
class OrganisationLanguageController {

    private final SetOrganisationLanguage setOrganisationLanguage;
    private final Languages languages;

    OrganisationLanguageController(SetOrganisationLanguage setOrganisationLanguage, Languages languages) {
        this.setOrganisationLanguage = setOrganisationLanguage;
        this.languages = languages;
    }

    @Bean
    static MunicipalitySetting mailLanguageSetting(SetOrganisationLanguage setOrganisationLanguage) {
        return new MunicipalitySetting(
                "mail-language",
                "communication/organisation-language :: setting",
                20,
                setOrganisationLanguage::position);
    }

    @PostMapping("/admin/general/mail-language")
    String set(
            @RequestParam UUID municipality,
            @RequestParam(defaultValue = "") String language,
            RedirectAttributes redirect) {
        setOrganisationLanguage.set(municipality, languages.named(language));
        Flash.success(redirect, "communication.organisationLanguage.saved");
        redirect.addAttribute("municipality", municipality);
        return "redirect:/admin/general";
    }
}
