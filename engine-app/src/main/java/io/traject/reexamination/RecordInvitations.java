package io.traject.reexamination;

import io.traject.cases.CaseLifeCycle;
import io.traject.communication.Communication;
import io.traject.communication.Communications;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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

    RecordInvitations(Communications communications, Residents residents, CaseLifeCycle cases) {
        this.communications = communications;
        this.residents = residents;
        this.cases = cases;
    }

    @Transactional
    public void record(UUID batchId, int from, int to) {
        List<UUID> reached = communications.recordDelivery(batchId, from, to);
        residents.markDispatched(batchId, from, to, Set.copyOf(reached), failures(batchId));
        cases.invite(reached);
    }

    private Map<UUID, String> failures(UUID batchId) {
        return communications.failed(batchId).stream()
                .collect(Collectors.toMap(
                        Communication::caseId,
                        failed -> Objects.requireNonNullElse(failed.failureCode(), "unknown"),
                        (first, second) -> first));
    }
}
