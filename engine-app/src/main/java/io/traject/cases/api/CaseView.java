package io.traject.cases.api;

import io.traject.cases.Case;
import io.traject.cases.CaseFile;
import io.traject.web.api.Codes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case.
 *
 * @param state {@code open}, {@code closed} or {@code cancelled}
 * @param stage {@code created}, {@code awaiting-data}, {@code assessment}, {@code handling} or {@code ended}
 * @param outcome the decision of a closed case, the reason of a cancelled one
 * @param title what a case about an employee is about; only such a case has it, and an employee and employer
 * @param dueAt when the data must be in; of a case about an employee, when it is to be done
 * @param suppliedData every delivery, the oldest first
 */
record CaseView(
        String id,
        String number,
        String type,
        String subject,
        @Nullable String title,
        @Nullable String employeeId,
        @Nullable String employerId,
        String state,
        String stage,
        @Nullable String outcome,
        @Nullable String batchId,
        Instant dueAt,
        Instant openedAt,
        @Nullable Instant endedAt,
        List<Delivery> suppliedData,
        List<Document> documents) {

    /** One delivery of named values. */
    record Delivery(Map<String, Object> data, String suppliedBy, Instant suppliedAt) {}

    /** A document; its content is at {@code .../documents/{id}}. */
    record Document(String id, String fileName, String mediaType, long size, String suppliedBy, Instant suppliedAt) {}

    static CaseView of(Case one, CaseFile.Supplied supplied) {
        return new CaseView(
                one.id().toString(),
                one.number(),
                Codes.of(one.type()),
                one.subject(),
                one.title().orElse(null),
                one.employee().map(UUID::toString).orElse(null),
                one.employer().map(UUID::toString).orElse(null),
                Codes.of(one.state()),
                Codes.of(one.stage()),
                one.outcome().orElse(null),
                one.batch().map(UUID::toString).orElse(null),
                one.dueAt(),
                one.openedAt(),
                one.endedAt().orElse(null),
                supplied.deliveries().stream().map(CaseView::delivery).toList(),
                supplied.documents().stream().map(CaseView::document).toList());
    }

    private static Delivery delivery(CaseFile.Delivery one) {
        return new Delivery(one.data(), one.suppliedBy(), one.suppliedAt());
    }

    private static Document document(CaseFile.Document one) {
        return new Document(
                one.id().toString(), one.fileName(), one.mediaType(), one.size(), one.suppliedBy(), one.suppliedAt());
    }
}
