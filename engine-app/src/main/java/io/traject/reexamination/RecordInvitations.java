package io.traject.reexamination;

import io.traject.cases.CaseLifeCycle;
import io.traject.communication.Communication;
import io.traject.communication.CommunicationLeft;
import io.traject.communication.Communications;
import io.traject.communication.Communications.Fate;
import io.traject.communication.MailBounces;
import io.traject.kernel.BusinessTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what became of a range of a dispatch. Who was reached by mail or by letter is invited, and the process of the
 * case is told; who was reached by neither is left behind with the reason (C6).
 */
@Service
public class RecordInvitations {

    private final Communications communications;
    private final Residents residents;
    private final RetryItems items;
    private final CaseLifeCycle cases;
    private final MailBounces bounces;
    private final BusinessTime time;

    RecordInvitations(
            Communications communications,
            Residents residents,
            RetryItems items,
            CaseLifeCycle cases,
            MailBounces bounces,
            BusinessTime time) {
        this.communications = communications;
        this.residents = residents;
        this.items = items;
        this.cases = cases;
        this.bounces = bounces;
        this.time = time;
    }

    @Transactional
    public void record(UUID batchId, int from, int to) {
        record(residents.casesInDispatch(batchId, from, to), batchId, from, to);
    }

    @Transactional
    public void recordRetry(UUID retryId, int from, int to) {
        record(items.cases(retryId, from, to), retryId, from, to);
        items.markRecorded(retryId, from, to);
    }

    private void record(List<UUID> caseIds, UUID mailGroup, int from, int to) {
        List<Communication> refused = communications.recordMails(mailGroup, from, to);
        communications.recordLetters(caseIds);
        settle(caseIds);
        refused.forEach(bounces::refused);
    }

    /** A single mail or letter reached somebody who may have been left behind. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(CommunicationLeft left) {
        if (left.kind().invites()) {
            settle(List.of(left.caseId()));
        }
    }

    private void settle(List<UUID> caseIds) {
        Map<UUID, Fate> fates = communications.invitations(caseIds).stream()
                .collect(Collectors.toMap(Fate::caseId, Function.identity()));
        residents.markInvited(caseIds.stream()
                .map(one -> fates.getOrDefault(one, new Fate(one, false, "case-not-open")))
                .toList());
        cases.invite(reminders(
                fates.values().stream().filter(Fate::reached).map(Fate::caseId).toList()));
    }

    /** From the moment the mail left; when it did not, the resident may yet get an address, and now is the moment. */
    private Map<UUID, List<Instant>> reminders(List<UUID> reached) {
        Set<UUID> byMail = residents.writtenToByMail(reached);
        Map<UUID, Instant> mailsSent = communications.invitedByMail(reached);
        Instant now = time.now();
        return reached.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        caseId -> byMail.contains(caseId)
                                ? ReminderPlan.after(mailsSent.getOrDefault(caseId, now))
                                : List.of()));
    }
}
