package io.traject.reexamination;

import io.traject.communication.Compilation;
import io.traject.communication.Template;
import io.traject.communication.TemplateCompiler;
import io.traject.communication.TemplateKind;
import io.traject.communication.Templates;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.reexamination.InvitationTexts.NumberedTemplate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The municipality's templates for invitations, ready to be filled in. */
@Component
class InvitationTemplates {

    private final Templates templates;
    private final TemplateCompiler compiler;
    private final Languages languages;

    InvitationTemplates(Templates templates, TemplateCompiler compiler, Languages languages) {
        this.templates = templates;
        this.compiler = compiler;
        this.languages = languages;
    }

    /** In the language that there always is a template in, and that letters are in. */
    NumberedTemplate get(UUID municipality, TemplateKind kind) {
        return find(municipality, kind).orElseThrow(() -> new IllegalStateException("no template " + kind.code()));
    }

    /** In this language, where there is a template in it. */
    NumberedTemplate get(UUID municipality, TemplateKind kind, Language language) {
        return find(municipality, kind, language).orElseGet(() -> get(municipality, kind));
    }

    Optional<NumberedTemplate> find(UUID municipality, TemplateKind kind) {
        return find(municipality, kind, Templates.REQUIRED);
    }

    Optional<NumberedTemplate> find(UUID municipality, TemplateKind kind, Language language) {
        return templates
                .findByMunicipalityIdAndKindAndLanguage(municipality, kind, language)
                .map(this::compiled);
    }

    /** The languages in which there is a template. */
    List<Language> languages(UUID municipality, TemplateKind kind) {
        return languages.offered().stream()
                .filter(language -> templates
                        .findByMunicipalityIdAndKindAndLanguage(municipality, kind, language)
                        .isPresent())
                .toList();
    }

    private NumberedTemplate compiled(Template template) {
        return switch (compiler.compile(template.kind(), template.language(), template.text())) {
            case Compilation.Compiled compiled -> new NumberedTemplate(compiled.template(), template.number());
            case Compilation.Rejected rejected ->
                throw new IllegalStateException("template " + template.kind().code() + " does not compile any more");
        };
    }
}
