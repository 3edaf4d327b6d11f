package io.traject.communication;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the first or the next number of a template, if its text can be sent. */
@Component
public class SaveTemplate {

    /**
     * @param expectedNumber the number that the writer started from; 0 for none
     * @param comment why it is changed; may be empty
     */
    public record Command(TemplateKind kind, Language language, TemplateText text, int expectedNumber, String comment) {

        public static final int LONGEST_COMMENT = 200;

        public Command {
            String line = MergeValues.plain(comment);
            comment = line.substring(0, Math.min(line.length(), LONGEST_COMMENT));
        }
    }

    /** What became of it. */
    public sealed interface Result {
        record Saved(Template template) implements Result {}

        record Rejected(List<TemplateProblem> problems) implements Result {}

        /** Someone else saved meanwhile; nothing was written. */
        record Overtaken(Template present) implements Result {}
    }

    private final Templates templates;
    private final TemplateVersions versions;
    private final TemplateCompiler compiler;
    private final Authorization authorization;
    private final BusinessTime time;

    SaveTemplate(
            Templates templates,
            TemplateVersions versions,
            TemplateCompiler compiler,
            Authorization authorization,
            BusinessTime time) {
        this.templates = templates;
        this.versions = versions;
        this.compiler = compiler;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * Two who save at the very same moment are told apart by the database: the second gets an
     * {@link org.springframework.dao.DataIntegrityViolationException} or optimistic locking failure.
     */
    @Transactional
    public Result save(Command command) {
        UUID municipality = authorization.organisation(Permission.TEMPLATES_EDIT);
        String author = authorization.actor().displayName();
        if (compiler.compile(command.kind(), command.language(), command.text())
                instanceof Compilation.Rejected(List<TemplateProblem> problems)) {
            return new Result.Rejected(problems);
        }
        var present =
                templates.findByMunicipalityIdAndKindAndLanguage(municipality, command.kind(), command.language());
        if (present.map(Template::number).orElse(0) != command.expectedNumber() && present.isPresent()) {
            return new Result.Overtaken(present.orElseThrow());
        }
        present.ifPresent(template -> template.revise(command.text(), author, time.now()));
        Template saved = templates.saveAndFlush(present.orElseGet(() ->
                new Template(municipality, command.kind(), command.language(), command.text(), author, time.now())));
        versions.add(saved, command.comment());
        return new Result.Saved(saved);
    }
}
