package io.traject.communication;

import io.traject.cases.Case;
import io.traject.communication.NewCommunication.Content;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.MailLanguages;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.workers.mail.SingleMails;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a mail or letter of a case once more, with today's text and data, and has it sent. */
@Component
class WriteAgain {

    private final Templates templates;
    private final TemplateCompiler compiler;
    private final CaseRecipients recipients;
    private final Senders senders;
    private final MailRenderer mails;
    private final LetterRenderer letters;
    private final Communications communications;
    private final SingleMails singleMails;
    private final RecordDelivery recordDelivery;
    private final MailLanguages mailLanguages;
    private final BusinessTime time;

    WriteAgain(
            Templates templates,
            TemplateCompiler compiler,
            CaseRecipients recipients,
            Senders senders,
            MailRenderer mails,
            LetterRenderer letters,
            Communications communications,
            SingleMails singleMails,
            RecordDelivery recordDelivery,
            MailLanguages mailLanguages,
            BusinessTime time) {
        this.templates = templates;
        this.compiler = compiler;
        this.recipients = recipients;
        this.senders = senders;
        this.mails = mails;
        this.letters = letters;
        this.communications = communications;
        this.singleMails = singleMails;
        this.recordDelivery = recordDelivery;
        this.mailLanguages = mailLanguages;
        this.time = time;
    }

    /** @param kind the same as before, or another by which it is replaced */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Communication> write(Case about, Communication before, TemplateKind kind) {
        CaseRecipient recipient = recipients.of(about).orElseThrow(NotFoundException::new);
        Language language = recipient
                .email()
                .filter(to -> kind.channel() == Channel.MAIL)
                .map(to -> mailLanguages.of(to, Optional.of(about.organisation()), Optional.empty()))
                .orElse(before.language());
        Optional<Template> template = template(about, kind, language);
        if (template.isEmpty()) {
            return Outcome.refused("template-missing");
        }
        return switch (compiler.compile(
                kind, template.get().language(), template.get().text())) {
            case Compilation.Rejected rejected ->
                throw new IllegalStateException("template " + kind.code() + " does not compile any more");
            case Compilation.Compiled(CompiledTemplate compiled) ->
                switch (content(compiled, recipient, about)) {
                    case Outcome.Refused<Content>(var refusal) -> new Outcome.Refused<>(refusal);
                    case Outcome.Done<Content>(Content content) ->
                        Outcome.done(send(before, compiled, template.get().number(), content));
                };
        };
    }

    private Optional<Template> template(Case about, TemplateKind kind, Language language) {
        return templates
                .findByMunicipalityIdAndKindAndLanguage(about.organisation(), kind, language)
                .or(() -> templates.findByMunicipalityIdAndKindAndLanguage(
                        about.organisation(), kind, Templates.REQUIRED));
    }

    private Outcome<Content> content(CompiledTemplate template, CaseRecipient recipient, Case about) {
        Sender sender = senders.get(about.organisation());
        if (template.kind().channel() == Channel.LETTER) {
            var head = new LetterHead(sender, recipient.addressee(), recipient.reference(), time.today());
            return switch (letters.render(template, recipient.values(), head)) {
                case Outcome.Refused<RenderedLetter>(var refusal) -> new Outcome.Refused<>(refusal);
                case Outcome.Done<RenderedLetter>(RenderedLetter letter) ->
                    Outcome.done(new Content.Letter(head.reference(), letter));
            };
        }
        Optional<EmailAddress> to = recipient.email();
        if (to.isEmpty()) {
            return Outcome.refused("email-missing");
        }
        return switch (mails.render(template, recipient.values(), sender)) {
            case Outcome.Refused<RenderedMail>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<RenderedMail>(RenderedMail mail) ->
                Outcome.done(new Content.Mail(to.get().value(), mail));
        };
    }

    private Communication send(Communication before, CompiledTemplate template, int number, Content content) {
        boolean replaces = before.kind() == template.kind() && !before.state().hasLeft();
        communications.prepare(List.of(new NewCommunication(
                before.caseId(),
                before.municipalityId(),
                template,
                number,
                replaces ? before.place() : null,
                null,
                communications.occasionOfResend(before.caseId(), template.kind()),
                before.id(),
                content)));
        Communication again = communications.repeatOf(before.id()).orElseThrow();
        if (again.mailId() != null) {
            singleMails.deliver(again.mailId());
            return again;
        }
        return recordDelivery.record(again.id()).orElseThrow();
    }
}
