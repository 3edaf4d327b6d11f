package io.traject.reexamination;

import io.traject.communication.Compilation;
import io.traject.communication.Template;
import io.traject.communication.TemplateCompiler;
import io.traject.communication.TemplateKind;
import io.traject.communication.Templates;
import io.traject.kernel.Language;
import io.traject.reexamination.InvitationTexts.NumberedTemplate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The municipality's templates for invitations, ready to be filled in. */
@Component
class InvitationTemplates {

    private final Templates templates;
    private final TemplateCompiler compiler;

    InvitationTemplates(Templates templates, TemplateCompiler compiler) {
        this.templates = templates;
        this.compiler = compiler;
    }

    /** In Dutch, the language in which everyone can be written to: the spreadsheet names no other. */
    NumberedTemplate get(UUID municipality, TemplateKind kind) {
        return find(municipality, kind).orElseThrow(() -> new IllegalStateException("no template " + kind.code()));
    }

    Optional<NumberedTemplate> find(UUID municipality, TemplateKind kind) {
        return find(municipality, kind, Language.NL);
    }

    Optional<NumberedTemplate> find(UUID municipality, TemplateKind kind, Language language) {
        return templates
                .findByMunicipalityIdAndKindAndLanguage(municipality, kind, language)
                .map(this::compiled);
    }

    /** The languages in which there is a template. */
    List<Language> languages(UUID municipality, TemplateKind kind) {
        return Stream.of(Language.values())
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
