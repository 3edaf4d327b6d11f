package io.traject.cases;

import io.traject.access.Permission;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.processes.Messages;
import io.traject.processes.Variables;
import io.traject.workers.engine.EngineCommands;
import io.traject.workers.engine.ProcessStart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Reopens a case that was wrongly closed (A7): where a process runs it, it is assessed again in an instance of its own. */
@Service
public class ReopenCase {

    private final CaseDirectory directory;
    private final List<ReopeningCondition> conditions;
    private final DomainEventLog events;
    private final EngineCommands engine;

    ReopenCase(
            CaseDirectory directory,
            List<ReopeningCondition> conditions,
            DomainEventLog events,
            EngineCommands engine) {
        this.directory = directory;
        this.conditions = conditions;
        this.events = events;
        this.engine = engine;
    }

    /**
     * @param reason for the file; may be blank
     * @param seen the version that the actor decided on; empty when that doesn't matter
     * @return the case; refused with {@code case-not-closed}, {@code case-cancelled}, or a reason of another room
     * @throws OptimisticLockingFailureException when the case has changed since
     */
    @Transactional
    public Outcome<Case> reopen(UUID caseId, String reason, OptionalLong seen) {
        Case target = directory.get(caseId, Permission.CASES_REOPEN);
        if (seen.isPresent() && seen.getAsLong() != target.version()) {
            throw new ObjectOptimisticLockingFailureException(Case.class, caseId);
        }
        if (target.reopen() instanceof Outcome.Refused<Case>(Refusal refusal)) {
            return new Outcome.Refused<>(refusal);
        }
        Optional<Refusal> impossible = conditions.stream()
                .flatMap(condition -> condition.secure(target).stream())
                .findFirst();
        if (impossible.isPresent()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Outcome.Refused<>(impossible.get());
        }
        announce(target, reason.strip());
        return Outcome.done(target);
    }

    private void announce(Case reopened, String reason) {
        DomainEvent event = CaseEvents.withReason("case.reopened", reopened, CaseEvents.REASON, reason);
        events.record(event);
        if (!reopened.type().isAboutEmployee()) {
            engine.start(List.of(new ProcessStart(
                    Messages.RE_EXAMINATION_CASE_REOPENED,
                    event.id(),
                    reopened.id(),
                    event.id(),
                    Map.of(Variables.CASE_ID, reopened.id(), Variables.REOPENING_ID, event.id()))));
        }
    }
}
