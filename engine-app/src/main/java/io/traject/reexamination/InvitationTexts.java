package io.traject.reexamination;

import io.traject.cases.SupplyLinks;
import io.traject.communication.Channel;
import io.traject.communication.Communication.Place;
import io.traject.communication.CompiledTemplate;
import io.traject.communication.LetterRenderer;
import io.traject.communication.MailRenderer;
import io.traject.communication.MergeValues;
import io.traject.communication.NewCommunication;
import io.traject.communication.NewCommunication.Content;
import io.traject.communication.RenderedLetter;
import io.traject.communication.RenderedMail;
import io.traject.communication.Sender;
import io.traject.kernel.Outcome;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes the invitations of one resident: the mail, the letter, or both. */
@Component
class InvitationTexts {

    private final MailRenderer mails;
    private final LetterRenderer letters;
    private final SupplyLinks links;

    InvitationTexts(MailRenderer mails, LetterRenderer letters, SupplyLinks links) {
        this.mails = mails;
        this.letters = letters;
        this.links = links;
    }

    /**
     * A template ready to be filled in.
     *
     * @param number the number of its revision
     */
    record NumberedTemplate(CompiledTemplate template, int number) {}

    /** What could not be made is told as such: one bad letter does not stop a batch (C6). */
    NewCommunication write(
            Resident resident,
            NumberedTemplate template,
            Sender sender,
            LocalDate date,
            UUID municipality,
            UUID batch) {
        return NewCommunication.ofBatch(
                resident.requiredCaseId(),
                municipality,
                template.template(),
                template.number(),
                new Place(batch, resident.requiredDispatchIndex()),
                content(resident, template, sender, date));
    }

    Content content(Resident resident, NumberedTemplate template, Sender sender, LocalDate date) {
        return template.template().kind().channel() == Channel.MAIL
                ? mail(resident, template.template(), sender)
                : letter(resident, template.template(), sender, date);
    }

    private Content mail(Resident resident, CompiledTemplate template, Sender sender) {
        return switch (mails.render(template, values(resident), sender)) {
            case Outcome.Done<RenderedMail>(RenderedMail mail) ->
                new Content.Mail(resident.emailAddress().orElseThrow(), mail);
            case Outcome.Refused<RenderedMail>(var refusal) -> new Content.Unmade(refusal);
        };
    }

    private Content letter(Resident resident, CompiledTemplate template, Sender sender, LocalDate date) {
        var head = InvitationValues.head(resident, sender, date);
        return switch (letters.render(template, values(resident), head)) {
            case Outcome.Done<RenderedLetter>(RenderedLetter letter) -> new Content.Letter(head.reference(), letter);
            case Outcome.Refused<RenderedLetter>(var refusal) -> new Content.Unmade(refusal);
        };
    }

    private MergeValues values(Resident resident) {
        return InvitationValues.of(resident, language -> links.address(resident.requiredCaseId(), language));
    }
}
