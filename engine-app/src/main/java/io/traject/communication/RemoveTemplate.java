package io.traject.communication;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Language;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes a template with its versions, when nothing needs it and nothing was made with it. */
@Component
public class RemoveTemplate {

    private final Templates templates;
    private final TemplateVersions versions;
    private final TemplateLibrary library;
    private final Authorization authorization;

    RemoveTemplate(
            Templates templates, TemplateVersions versions, TemplateLibrary library, Authorization authorization) {
        this.templates = templates;
        this.versions = versions;
        this.library = library;
        this.authorization = authorization;
    }

    /**
     * @return the template that was removed; refused with {@code template-in-use}
     * @throws NotFoundException when there is none
     */
    @Transactional
    public Outcome<Template> remove(TemplateKind kind, Language language) {
        UUID municipality = authorization.organisation(Permission.TEMPLATES_EDIT);
        Template template = templates
                .findByMunicipalityIdAndKindAndLanguage(municipality, kind, language)
                .orElseThrow(NotFoundException::new);
        if (!library.usage(kind, language).isUnused()) {
            return Outcome.refused("template-in-use");
        }
        versions.remove(template);
        templates.delete(template);
        return Outcome.done(template);
    }
}
