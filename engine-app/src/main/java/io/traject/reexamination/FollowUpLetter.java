package io.traject.reexamination;

import io.traject.communication.Communication;
import io.traject.communication.Communications;
import io.traject.communication.NewCommunication;
import io.traject.communication.NewCommunication.Content;
import io.traject.communication.Senders;
import io.traject.communication.TemplateKind;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Refusal;
import io.traject.reexamination.InvitationTexts.NumberedTemplate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The letter to a resident who let the final date pass: made, and filed in the case, ready to be printed and posted. */
@Component
class FollowUpLetter {

    private static final TemplateKind KIND = TemplateKind.FOLLOW_UP_LETTER;

    private final Residents residents;
    private final InvitationTemplates templates;
    private final InvitationTexts texts;
    private final Communications communications;
    private final Senders senders;
    private final DomainEventLog events;
    private final BusinessTime time;

    FollowUpLetter(
            Residents residents,
            InvitationTemplates templates,
            InvitationTexts texts,
            Communications communications,
            Senders senders,
            DomainEventLog events,
            BusinessTime time) {
        this.residents = residents;
        this.templates = templates;
        this.texts = texts;
        this.communications = communications;
        this.senders = senders;
        this.events = events;
        this.time = time;
    }

    /** @return why it can't be made; nothing is filed then */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Refusal> file(UUID caseId, UUID municipality, LocalDate finalDate) {
        return templates
                .find(municipality, KIND)
                .map(template -> file(caseId, municipality, template, finalDate))
                .orElseGet(() -> Optional.of(Refusal.of("follow-up-template-missing")));
    }

    private Optional<Refusal> file(UUID caseId, UUID municipality, NumberedTemplate template, LocalDate finalDate) {
        Resident resident =
                residents.ofCase(caseId).orElseThrow(NotFoundException::new).withFinalDate(finalDate);
        var sender = senders.get(municipality);
        Content content = texts.content(resident, template, sender, time.today());
        if (content instanceof Content.Unmade(Refusal reason)) {
            return Optional.of(reason);
        }
        int occasion = communications.nextOccasion(caseId, KIND);
        communications.prepare(List.of(NewCommunication.single(
                caseId, municipality, template.template(), template.number(), occasion, content)));
        communications.find(caseId, KIND, occasion).map(Communication::id).ifPresent(communications::recordDelivery);
        events.record(DomainEvent.ofCase("re-examination.followUpLetter", municipality, caseId, Map.of()));
        return Optional.empty();
    }
}
