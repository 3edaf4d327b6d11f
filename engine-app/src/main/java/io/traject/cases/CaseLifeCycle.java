package io.traject.cases;

import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.NotFoundException;
import io.traject.processes.Messages;
import io.traject.processes.Variables;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.EngineMessage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of a case that a process or a batch takes. Every one may be repeated without further effect. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CaseLifeCycle {

    private final Cases cases;
    private final CaseEnding ending;
    private final CollectionEnd collectionEnd;
    private final DomainEventLog events;
    private final EngineCommands engine;
    private final JdbcClient client;
    private final BusinessTime time;

    CaseLifeCycle(
            Cases cases,
            CaseEnding ending,
            CollectionEnd collectionEnd,
            DomainEventLog events,
            EngineCommands engine,
            JdbcClient client,
            BusinessTime time) {
        this.cases = cases;
        this.ending = ending;
        this.collectionEnd = collectionEnd;
        this.events = events;
        this.engine = engine;
        this.client = client;
        this.time = time;
    }

    /**
     * The invitations of these cases went out; cases that have ended or were told before are left alone.
     *
     * @param reminders when the resident of each case is reminded, unless the data is in by then; empty for nobody
     */
    public void invite(Map<UUID, List<Instant>> reminders) {
        List<Case> invited = cases.findAllById(reminders.keySet()).stream()
                .filter(Case::isOpen)
                .filter(found -> found.stage() == CaseStage.CREATED)
                .toList();
        invited.forEach(Case::invite);
        cases.saveAllAndFlush(invited);
        announceInvited(invited, reminders);
    }

    private void announceInvited(List<Case> invited, Map<UUID, List<Instant>> reminders) {
        List<DomainEvent> invitations = invited.stream()
                .map(one -> DomainEvent.ofCase("re-examination.invited", one.organisation(), one.id(), Map.of()))
                .toList();
        events.record(invitations);
        engine.publish(IntStream.range(0, invited.size())
                .mapToObj(i -> new EngineMessage(
                        Messages.RE_EXAMINATION_INVITED,
                        invited.get(i).id(),
                        invitations.get(i).id(),
                        Map.of(
                                Variables.REMINDERS,
                                reminders.getOrDefault(invited.get(i).id(), List.of()).stream()
                                        .map(Instant::toString)
                                        .toList())))
                .toList());
    }

    /** The case while its data is awaited; it stays so until the transaction ends. */
    public Optional<Case> awaitingData(UUID caseId) {
        return cases.findAndShareById(caseId).filter(found -> found.stage() == CaseStage.AWAITING_DATA);
    }

    /** A human takes over although the data is not in. */
    public void startAssessment(UUID caseId) {
        Case assessed = get(caseId);
        assessed.startAssessment();
        collectionEnd.announce(assessed);
    }

    public void extendTo(UUID caseId, Instant dueAt) {
        get(caseId).extendTo(dueAt);
    }

    /** The process has decided. */
    public void close(UUID caseId, String decision) {
        Case closing = get(caseId);
        if (closing.isOpen()) {
            ending.announceClosed(closing.close(decision, time.now()).orThrow());
        }
    }

    /**
     * Withdraws open cases of a batch, at most so many.
     *
     * @return whether none is open any more
     */
    public boolean withdraw(UUID batchId, int atMost, String reason) {
        List<UUID> open = client.sql("select id from cases_case where batch_id = ? and state = 'OPEN' limit ?")
                .params(batchId, atMost)
                .query(UUID.class)
                .list();
        List<Case> withdrawn = cases.findAllById(open);
        withdrawn.forEach(one -> one.cancel(reason, time.now()).orThrow());
        ending.announceCancelled(withdrawn);
        return open.size() < atMost;
    }

    private Case get(UUID caseId) {
        return cases.findById(caseId).orElseThrow(NotFoundException::new);
    }
}
