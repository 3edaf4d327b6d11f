package io.traject.reexamination;

import io.traject.communication.Channel;
import io.traject.communication.NewCommunication.Content;
import io.traject.communication.RenderedMail;
import io.traject.communication.SendTestMail;
import io.traject.communication.Senders;
import io.traject.communication.TemplateKind;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Language;
import io.traject.kernel.MailLanguages;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.reexamination.InvitationTexts.NumberedTemplate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the invitation of one real resident of a batch as it will be, before anything is sent (C5, N6). */
@Service
@Transactional(readOnly = true)
public class PreviewInvitations {

    private final BatchDirectory batches;
    private final Residents residents;
    private final InvitationTemplates templates;
    private final InvitationTexts texts;
    private final SendTestMail sendTestMail;
    private final MailLanguages mailLanguages;
    private final Senders senders;
    private final BusinessTime time;

    PreviewInvitations(
            BatchDirectory batches,
            Residents residents,
            InvitationTemplates templates,
            InvitationTexts texts,
            SendTestMail sendTestMail,
            MailLanguages mailLanguages,
            Senders senders,
            BusinessTime time) {
        this.batches = batches;
        this.residents = residents;
        this.templates = templates;
        this.texts = texts;
        this.sendTestMail = sendTestMail;
        this.mailLanguages = mailLanguages;
        this.senders = senders;
        this.time = time;
    }

    /**
     * An invitation as it will be.
     *
     * @param name of the resident
     * @param from the sender of the mail
     * @param problem why it can't be made
     */
    public record Preview(
            String name,
            String from,
            Optional<Content.Mail> mail,
            Optional<byte[]> letter,
            Optional<Refusal> problem) {}

    /**
     * The mail or letter to the resident at a place among those who get one.
     *
     * @throws NotFoundException when there are not that many
     */
    public Preview preview(UUID batchId, Channel channel, int place) {
        Batch batch = batches.get(batchId);
        Resident resident = residents.recipient(batchId, channel, place).orElseThrow(NotFoundException::new);
        var sender = senders.get(batch.municipality());
        Content content = texts.content(resident, template(batch, channel, resident), sender, time.today());
        return switch (content) {
            case Content.Mail mail -> preview(resident, sender.name(), Optional.of(mail), Optional.empty());
            case Content.Letter letter ->
                preview(
                        resident,
                        sender.name(),
                        Optional.empty(),
                        Optional.of(letter.letter().pdf()));
            case Content.Unmade unmade ->
                new Preview(
                        resident.name(),
                        sender.name(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(unmade.reason()));
        };
    }

    private NumberedTemplate template(Batch batch, Channel channel, Resident resident) {
        if (channel == Channel.LETTER) {
            return templates.get(batch.municipality(), TemplateKind.INVITATION_LETTER);
        }
        return resident.mailbox()
                .map(to -> mailLanguages.of(to, Optional.of(batch.municipality()), Optional.empty()))
                .map(language -> templates.get(batch.municipality(), TemplateKind.INVITATION_MAIL, language))
                .orElseGet(() -> templates.get(batch.municipality(), TemplateKind.INVITATION_MAIL));
    }

    /** The languages in which a test mail can be sent. */
    public List<Language> languages(Batch batch) {
        return templates.languages(batch.municipality(), TemplateKind.INVITATION_MAIL);
    }

    /**
     * Sends the mail to the resident at a place to the actor instead.
     *
     * @return where it goes; refused with {@code test-mail-no-address}, {@code template-missing} or what keeps the mail
     *     from being made
     * @throws NotFoundException when there are not that many
     */
    @Transactional
    public Outcome<EmailAddress> sendTest(UUID batchId, int place, Language language) {
        Batch batch = batches.get(batchId);
        Resident resident = residents.recipient(batchId, Channel.MAIL, place).orElseThrow(NotFoundException::new);
        var sender = senders.get(batch.municipality());
        var template = templates.find(batch.municipality(), TemplateKind.INVITATION_MAIL, language);
        if (template.isEmpty()) {
            return Outcome.refused("template-missing");
        }
        return switch (texts.content(resident, template.get(), sender, time.today())) {
            case Content.Mail(String to, RenderedMail mail) -> sendTestMail.send(mail, language);
            case Content.Unmade(Refusal reason) -> new Outcome.Refused<>(reason);
            case Content.Letter letter -> throw new IllegalStateException("a mail was asked for");
        };
    }

    private static Preview preview(
            Resident resident, String from, Optional<Content.Mail> mail, Optional<byte[]> letter) {
        return new Preview(resident.name(), from, mail, letter, Optional.empty());
    }
}
