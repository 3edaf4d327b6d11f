package io.traject.events;

import io.traject.kernel.Ids;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that others may care about.
 *
 * @param type dotted name, {@code case.opened}
 * @param subject id of the aggregate that changed
 * @param caseId the case it belongs to, when there is one
 * @param before what the aggregate was, or null
 * @param after what it became, or null
 * @param facts what rules and readers need to know; ids and codes, no personal data
 */
public record DomainEvent(
        UUID id,
        String type,
        UUID organisation,
        UUID subject,
        @Nullable UUID caseId,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        Map<String, Object> facts) {

    /** An event about a case. */
    public static DomainEvent ofCase(String type, UUID organisation, UUID caseId, Map<String, Object> facts) {
        return new DomainEvent(Ids.next(), type, organisation, caseId, caseId, null, null, facts);
    }

    /** An event about a change from one state to another. */
    public static DomainEvent change(
            String type, UUID organisation, UUID subject, @Nullable UUID caseId, String before, String after) {
        return new DomainEvent(
                Ids.next(),
                type,
                organisation,
                subject,
                caseId,
                Map.of("state", before),
                Map.of("state", after),
                Map.of());
    }
}
