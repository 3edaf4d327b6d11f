package io.traject.communication;

import io.traject.kernel.Language;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Templates for mails that must not wait for somebody to write one: an organisation's own, or else the standard text. */
@Component
public class UsableTemplates {

    private final Templates templates;
    private final TemplateCompiler compiler;

    UsableTemplates(Templates templates, TemplateCompiler compiler) {
        this.templates = templates;
        this.compiler = compiler;
    }

    public CompiledTemplate get(UUID organisation, TemplateKind kind, Language language) {
        return templates
                .findByMunicipalityIdAndKindAndLanguage(organisation, kind, language)
                .map(compiler::compile)
                .orElseGet(() -> compiler.standard(kind, language));
    }
}
