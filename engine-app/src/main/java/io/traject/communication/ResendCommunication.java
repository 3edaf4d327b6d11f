package io.traject.communication;

import io.traject.access.Permission;
import io.traject.cases.Case;
import io.traject.cases.CaseDirectory;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.NotFoundException;
import io.traject.kernel.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Sends a mail or letter of a case again, after its address was corrected where that is needed. What was sent before stays
 * in the file; each is sent again at most once, however often it is asked.
 */
@Service
public class ResendCommunication {

    private final CaseDirectory cases;
    private final Communications communications;
    private final CaseRecipients recipients;
    private final WriteAgain writeAgain;
    private final DomainEventLog events;

    ResendCommunication(
            CaseDirectory cases,
            Communications communications,
            CaseRecipients recipients,
            WriteAgain writeAgain,
            DomainEventLog events) {
        this.cases = cases;
        this.communications = communications;
        this.recipients = recipients;
        this.writeAgain = writeAgain;
        this.events = events;
    }

    /**
     * @return the new communication, also when it had been asked before; refused with {@code case-not-open},
     *     {@code communication-on-its-way}, {@code communication-resent} (to another address), {@code correction-unfit},
     *     {@code email-missing}, {@code template-missing}, or what keeps it from being made
     */
    @Transactional
    public Outcome<Communication> resend(UUID caseId, UUID communicationId, Correction correction) {
        Outcome<Communication> outcome =
                carryOut(cases.get(caseId, Permission.CASES_EDIT), communicationId, correction);
        if (outcome instanceof Outcome.Refused<Communication>) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }

    /** The same for a caller that has checked the permission, and that rolls back when it is refused. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Communication> carryOut(Case about, UUID communicationId, Correction correction) {
        Communication before = communications.lock(about.id(), communicationId).orElseThrow(NotFoundException::new);
        Optional<Communication> again = communications.repeatOf(before.id());
        if (again.isPresent()) {
            return wentWhere(about, correction) ? Outcome.done(again.get()) : Outcome.refused("communication-resent");
        }
        if (!about.isOpen()) {
            return Outcome.refused("case-not-open");
        }
        if (!before.mayBeSentAgain()) {
            return Outcome.refused("communication-on-its-way");
        }
        return switch (correction) {
            case Correction.None() -> write(about, before, before.kind());
            case Correction.LetterInstead() -> write(about, before, TemplateKind.INVITATION_LETTER);
            case Correction.Email(var to)
            when before.channel() == Channel.MAIL -> {
                recipients.correct(about, to);
                yield write(about, before, before.kind());
            }
            case Correction.Address(var to)
            when before.channel() == Channel.LETTER -> {
                recipients.correct(about, to);
                yield write(about, before, before.kind());
            }
            case Correction.Email email -> Outcome.refused("correction-unfit");
            case Correction.Address address -> Outcome.refused("correction-unfit");
        };
    }

    /** Whether what was sent again went where it is wanted now. */
    private boolean wentWhere(Case about, Correction correction) {
        CaseRecipient recipient = recipients.of(about).orElseThrow(NotFoundException::new);
        return switch (correction) {
            case Correction.None() -> true;
            case Correction.LetterInstead() -> true;
            case Correction.Email(var to) ->
                recipient.email().filter(to::equals).isPresent();
            case Correction.Address(var to) -> recipient.address().equals(to);
        };
    }

    private Outcome<Communication> write(Case about, Communication before, TemplateKind kind) {
        Outcome<Communication> written = writeAgain.write(about, before, kind);
        if (written instanceof Outcome.Done<Communication>(Communication again)) {
            events.record(DomainEvent.ofCase(
                    "communication.resent",
                    about.organisation(),
                    about.id(),
                    Map.of("communicationId", again.id(), "resendOf", before.id())));
        }
        return written;
    }
}
