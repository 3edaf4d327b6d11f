package io.traject.communication;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.organisation.MunicipalityDirectory;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows what a text would become, for an invented resident of the actor's own municipality (N6). Saves nothing. */
@Component
public class PreviewTemplate {

    private static final int MOST_PAGES = 4;

    private final TemplateCompiler compiler;
    private final MailRenderer mails;
    private final LetterRenderer letters;
    private final MunicipalityDirectory municipalities;
    private final Authorization authorization;
    private final BusinessTime time;

    PreviewTemplate(
            TemplateCompiler compiler,
            MailRenderer mails,
            LetterRenderer letters,
            MunicipalityDirectory municipalities,
            Authorization authorization,
            BusinessTime time) {
        this.compiler = compiler;
        this.mails = mails;
        this.letters = letters;
        this.municipalities = municipalities;
        this.authorization = authorization;
        this.time = time;
    }

    /** What the text would become. */
    public sealed interface Preview {

        /** Not a template yet. */
        record Problems(List<TemplateProblem> problems) implements Preview {}

        /** Can't be made with these values. */
        record Refused(Refusal refusal) implements Preview {}

        record Mail(String from, String to, RenderedMail mail) implements Preview {}

        /** @param pages the first pages as PNG */
        record Letter(byte[] pdf, List<byte[]> pages) implements Preview {}
    }

    public Preview preview(TemplateKind kind, Language language, TemplateText text) {
        Sender sender = Sender.of(municipalities.get(authorization.organisation(Permission.TEMPLATES_EDIT)));
        return switch (compiler.compile(kind, language, text)) {
            case Compilation.Rejected(List<TemplateProblem> problems) -> new Preview.Problems(problems);
            case Compilation.Compiled(CompiledTemplate template) ->
                kind.channel() == Channel.MAIL ? mail(template, sender) : letter(template, sender);
        };
    }

    private Preview mail(CompiledTemplate template, Sender sender) {
        MergeValues values = MergeValues.examples(template.language());
        return switch (mails.render(template, values, sender)) {
            case Outcome.Refused<RenderedMail>(Refusal refusal) -> new Preview.Refused(refusal);
            case Outcome.Done<RenderedMail>(RenderedMail mail) ->
                new Preview.Mail(sender.name(), MergeField.exampleMailbox(), mail);
        };
    }

    private Preview letter(CompiledTemplate template, Sender sender) {
        MergeValues values = MergeValues.examples(template.language());
        String reference =
                values.text(MergeField.CASE_REFERENCE, template.language()).orElseThrow();
        var head = new LetterHead(sender, MergeField.exampleAddress(), reference, time.today());
        return switch (letters.render(template, values, head)) {
            case Outcome.Refused<RenderedLetter>(Refusal refusal) -> new Preview.Refused(refusal);
            case Outcome.Done<RenderedLetter>(RenderedLetter letter) ->
                new Preview.Letter(letter.pdf(), LetterImage.pages(letter.pdf(), MOST_PAGES));
        };
    }
}
