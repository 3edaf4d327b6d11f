package io.traject.reexamination;

import io.traject.cases.CaseLifeCycle;
import io.traject.communication.Communication;
import io.traject.communication.Communications;
import io.traject.kernel.BusinessTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records what became of a range of a dispatch. Who was reached by mail or by letter is invited, and the process of the
 * case is told; who was reached by neither is left behind with the reason (C6).
 */
@Service
public class RecordInvitations {

    private final Communications communications;
    private final Residents residents;
    private final CaseLifeCycle cases;
    private final BusinessTime time;

    RecordInvitations(Communications communications, Residents residents, CaseLifeCycle cases, BusinessTime time) {
        this.communications = communications;
        this.residents = residents;
        this.cases = cases;
        this.time = time;
    }

    @Transactional
    public void record(UUID batchId, int from, int to) {
        List<UUID> reached = communications.recordDelivery(batchId, from, to);
        residents.markDispatched(batchId, from, to, Set.copyOf(reached), failures(batchId));
        cases.invite(reminders(reached, communications.mailsSent(batchId, from, to)));
    }

    /** From the moment the mail left; when it did not, the resident may yet get an address, and now is the moment. */
    private Map<UUID, List<Instant>> reminders(List<UUID> reached, Map<UUID, Instant> mailsSent) {
        Set<UUID> byMail = residents.writtenToByMail(reached);
        Instant now = time.now();
        return reached.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        caseId -> byMail.contains(caseId)
                                ? ReminderPlan.after(mailsSent.getOrDefault(caseId, now))
                                : List.of()));
    }

    private Map<UUID, String> failures(UUID batchId) {
        return communications.failed(batchId).stream()
                .collect(Collectors.toMap(
                        Communication::caseId,
                        failed -> Objects.requireNonNullElse(failed.failureCode(), "unknown"),
                        (first, second) -> first));
    }
}
