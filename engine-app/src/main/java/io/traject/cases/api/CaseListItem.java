package io.traject.cases.api;

import io.traject.cases.CaseSummary;
import io.traject.web.api.Codes;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param state {@code open}, {@code closed} or {@code cancelled}
 * @param stage {@code created}, {@code awaiting-data}, {@code assessment}, {@code handling} or {@code ended}
 * @param batchId with which it came
 * @param title of a case about an employee
 * @param dueAt when the data must be in; of a case about an employee, when it is to be done
 */
record CaseListItem(
        String id,
        String number,
        String type,
        String subject,
        @Nullable String title,
        @Nullable String employeeId,
        @Nullable String employerId,
        String state,
        String stage,
        @Nullable String batchId,
        Instant dueAt,
        Instant openedAt) {

    static CaseListItem of(CaseSummary one) {
        return new CaseListItem(
                one.id().toString(),
                one.number(),
                Codes.of(one.type()),
                one.subject(),
                one.title().orElse(null),
                one.employee().map(UUID::toString).orElse(null),
                one.employer().map(UUID::toString).orElse(null),
                Codes.of(one.state()),
                Codes.of(one.stage()),
                one.batch().map(UUID::toString).orElse(null),
                one.dueAt(),
                one.openedAt());
    }
}
