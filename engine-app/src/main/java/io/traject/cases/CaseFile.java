package io.traject.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What lies in the file of a case that the actor may see. */
@Service
@Transactional(readOnly = true)
public class CaseFile {

    private final CaseDirectory directory;
    private final SuppliedData suppliedData;

    CaseFile(CaseDirectory directory, SuppliedData suppliedData) {
        this.directory = directory;
        this.suppliedData = suppliedData;
    }

    /** What was supplied for a case, the oldest first. */
    public record Supplied(List<Delivery> deliveries, List<Document> documents) {

        public static final Supplied NOTHING = new Supplied(List.of(), List.of());

        public boolean isEmpty() {
            return deliveries.isEmpty() && documents.isEmpty();
        }
    }

    /**
     * One delivery of named values.
     *
     * @param byResident with the link of the invitation
     */
    public record Delivery(Map<String, Object> data, String suppliedBy, boolean byResident, Instant suppliedAt) {}

    /** A document, without its content. */
    public record Document(
            UUID id,
            String fileName,
            String mediaType,
            long size,
            String suppliedBy,
            boolean byResident,
            Instant suppliedAt) {}

    /** A document with its content, which is read as it is asked for; whoever opens the stream closes it. */
    public record Content(String fileName, String mediaType, long size, InputStreamSource content) {}

    /** @throws io.traject.kernel.NotFoundException when there is no such case, or it is another organisation's */
    public Supplied supplied(UUID caseId) {
        directory.get(caseId);
        return new Supplied(suppliedData.deliveries(caseId), suppliedData.documents(caseId));
    }

    /** @throws io.traject.kernel.NotFoundException when the case has no such document, or it is another organisation's */
    public Content document(UUID caseId, UUID documentId) {
        directory.get(caseId);
        return suppliedData.content(caseId, documentId);
    }
}
