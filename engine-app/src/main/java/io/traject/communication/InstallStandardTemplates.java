package io.traject.communication;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a municipality the standard text wherever it has none of its own; changes nothing that is there. */
@Component
public class InstallStandardTemplates {

    private static final String AUTHOR = "Traject";

    private final Templates templates;
    private final TemplateVersions versions;
    private final BusinessTime time;

    InstallStandardTemplates(Templates templates, TemplateVersions versions, BusinessTime time) {
        this.templates = templates;
        this.versions = versions;
        this.time = time;
    }

    @Transactional
    public void install(UUID municipalityId) {
        for (TemplateKind kind : TemplateKind.values()) {
            for (Language language : Language.values()) {
                install(municipalityId, kind, language);
            }
        }
    }

    @Transactional
    public void install(UUID municipalityId, TemplateKind kind, Language language) {
        if (templates
                .findByMunicipalityIdAndKindAndLanguage(municipalityId, kind, language)
                .isEmpty()) {
            TemplateText text = StandardTexts.of(kind, language);
            versions.add(
                    templates.saveAndFlush(new Template(municipalityId, kind, language, text, AUTHOR, time.now())), "");
        }
    }
}
