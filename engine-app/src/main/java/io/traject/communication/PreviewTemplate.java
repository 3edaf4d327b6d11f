package io.traject.communication;

import io.traject.access.AccessLog;
import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.Permission;
import io.traject.access.PersonalFile;
import io.traject.communication.PreviewResidents.PreviewResident;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Shows what a text would become for a resident of the actor's own municipality, a real or an invented one (N6). Saves nothing. */
@Component
public class PreviewTemplate {

    private static final int MOST_PAGES = 4;
    private static final int LATEST = 10;

    private final TemplateCompiler compiler;
    private final MailRenderer mails;
    private final LetterRenderer letters;
    private final List<PreviewResidents> residents;
    private final Senders senders;
    private final AccessLog accessLog;
    private final Authorization authorization;
    private final BusinessTime time;

    PreviewTemplate(
            TemplateCompiler compiler,
            MailRenderer mails,
            LetterRenderer letters,
            List<PreviewResidents> residents,
            Senders senders,
            AccessLog accessLog,
            Authorization authorization,
            BusinessTime time) {
        this.compiler = compiler;
        this.mails = mails;
        this.letters = letters;
        this.residents = residents;
        this.senders = senders;
        this.accessLog = accessLog;
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

    /** The resident whom the case is about; empty when there is none, or the actor may not see residents. */
    public Optional<PreviewResident> resident(String caseNumber) {
        UUID municipality = authorization.organisation(Permission.TEMPLATES_EDIT);
        return residentsToSee()
                .flatMap(each -> each.ofCase(municipality, caseNumber.strip().toUpperCase(Locale.ROOT)).stream())
                .findFirst();
    }

    /** Some residents to choose from, the first to be shown unless another is chosen. */
    public List<PreviewResident> latest() {
        UUID municipality = authorization.organisation(Permission.TEMPLATES_EDIT);
        return residentsToSee()
                .flatMap(each -> each.latest(municipality, LATEST).stream())
                .limit(LATEST)
                .toList();
    }

    private Stream<PreviewResidents> residentsToSee() {
        return authorization.may(Permission.CASES_VIEW) ? residents.stream() : Stream.empty();
    }

    /** For an invented resident. */
    public Preview preview(TemplateKind kind, Language language, TemplateText text) {
        return preview(kind, language, text, Optional.empty());
    }

    /** @param resident empty: an invented one */
    public Preview preview(
            TemplateKind kind, Language language, TemplateText text, Optional<PreviewResident> resident) {
        UUID municipality = authorization.organisation(Permission.TEMPLATES_EDIT);
        Sender sender = senders.get(municipality);
        resident.ifPresent(shown ->
                accessLog.looked(PersonalFile.of(FileKind.CASE, shown.caseId(), municipality), FilePart.PREVIEW));
        return switch (compiler.compile(kind, language, text)) {
            case Compilation.Rejected(List<TemplateProblem> problems) -> new Preview.Problems(problems);
            case Compilation.Compiled(CompiledTemplate template) ->
                kind.channel() == Channel.MAIL ? mail(template, sender, resident) : letter(template, sender, resident);
        };
    }

    private Preview mail(CompiledTemplate template, Sender sender, Optional<PreviewResident> resident) {
        MergeValues values = values(template, resident);
        return switch (mails.render(template, values, sender)) {
            case Outcome.Refused<RenderedMail>(Refusal refusal) -> new Preview.Refused(refusal);
            case Outcome.Done<RenderedMail>(RenderedMail mail) ->
                new Preview.Mail(
                        sender.name(), resident.map(PreviewResident::email).orElse(MergeField.exampleMailbox()), mail);
        };
    }

    private static MergeValues values(CompiledTemplate template, Optional<PreviewResident> resident) {
        MergeValues examples = MergeValues.examples(template.language());
        return resident.map(real -> real.values().orElse(examples)).orElse(examples);
    }

    private Preview letter(CompiledTemplate template, Sender sender, Optional<PreviewResident> resident) {
        MergeValues values = values(template, resident);
        String reference =
                values.text(MergeField.CASE_REFERENCE, template.language()).orElseThrow();
        var head = new LetterHead(
                sender,
                resident.map(PreviewResident::address).orElseGet(MergeField::exampleAddress),
                reference,
                time.today());
        return switch (letters.render(template, values, head)) {
            case Outcome.Refused<RenderedLetter>(Refusal refusal) -> new Preview.Refused(refusal);
            case Outcome.Done<RenderedLetter>(RenderedLetter letter) ->
                new Preview.Letter(letter.pdf(), LetterImage.pages(letter.pdf(), MOST_PAGES));
        };
    }
}
