package io.traject.communication;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates of the municipality whose templates the actor writes. */
@Service
@Transactional(readOnly = true)
public class TemplateLibrary {

    private final Templates templates;
    private final TemplateVersions versions;
    private final InstallStandardTemplates standard;
    private final Authorization authorization;
    private final List<TemplateCategory> categories;
    private final List<TemplateUse> uses;
    private final Communications communications;
    private final Languages languages;

    TemplateLibrary(
            Templates templates,
            TemplateVersions versions,
            InstallStandardTemplates standard,
            Authorization authorization,
            List<TemplateCategory> categories,
            List<TemplateUse> uses,
            Communications communications,
            Languages languages) {
        this.templates = templates;
        this.versions = versions;
        this.standard = standard;
        this.authorization = authorization;
        this.categories = categories.stream()
                .sorted(Comparator.comparingInt(TemplateCategory::order))
                .toList();
        this.uses = uses;
        this.communications = communications;
        this.languages = languages;
    }

    /** As the rooms declare them, in their order. */
    public List<TemplateCategory> categories() {
        return categories;
    }

    /**
     * A place for a template, filled or not.
     *
     * @param required whether nothing of this kind can be sent without it
     */
    public record Slot(TemplateKind kind, Language language, Optional<Template> template, boolean required) {

        /** What to start writing from: the template's text, or the standard one. */
        public TemplateText text() {
            return template.map(Template::text).orElseGet(() -> StandardTexts.of(kind, language));
        }

        /** 0 when it was never saved. */
        public int number() {
            return template.map(Template::number).orElse(0);
        }
    }

    public List<Slot> slots(TemplateCategory category) {
        UUID municipality = municipality();
        return category.kinds().stream()
                .flatMap(kind -> languages.offered().stream().map(language -> slot(municipality, kind, language)))
                .toList();
    }

    public Slot slot(TemplateKind kind, Language language) {
        return slot(municipality(), kind, language);
    }

    private Slot slot(UUID municipality, TemplateKind kind, Language language) {
        return new Slot(
                kind,
                language,
                templates.findByMunicipalityIdAndKindAndLanguage(municipality, kind, language),
                language == Templates.REQUIRED);
    }

    /** What the template said under each of its numbers, the newest first. */
    public List<TemplateVersion> versions(Slot slot) {
        return slot.template().map(template -> versions.of(template.id())).orElse(List.of());
    }

    /** What needs a template, and how much was made with it. */
    public TemplateUsage usage(TemplateKind kind, Language language) {
        UUID municipality = municipality();
        return new TemplateUsage(
                uses.stream()
                        .flatMap(use -> use.of(municipality, kind, language).stream())
                        .toList(),
                communications.made(municipality, kind, language));
    }

    /** Saves the standard text, where there is no template yet. */
    @Transactional
    public void useStandardText(TemplateKind kind, Language language) {
        standard.install(municipality(), kind, language);
    }

    private UUID municipality() {
        return authorization.organisation(Permission.TEMPLATES_EDIT);
    }
}
