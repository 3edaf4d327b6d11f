package io.traject.cases;

import io.traject.events.DomainEvent;
import io.traject.kernel.Ids;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the log of events says of cases. The facts of a case about an employee are ids and codes; what somebody wrote about
 * it stands in what the case became.
 */
final class CaseEvents {

    /** Under which name a reason stands, in the facts or in what the case became. */
    static final String REASON = "reason";

    private CaseEvents() {}

    static DomainEvent opened(Case about) {
        return of("case.opened", about, Map.of(), null);
    }

    /** Something with a code. */
    static DomainEvent withCode(String type, Case about, String fact, String code) {
        return of(type, about, Map.of(fact, code), null);
    }

    /** Something with a reason in somebody's own words. */
    static DomainEvent withReason(String type, Case about, String fact, String reason) {
        return about.type().isAboutEmployee()
                ? of(type, about, Map.of(), Map.of(REASON, reason))
                : of(type, about, Map.of(fact, reason), null);
    }

    private static DomainEvent of(
            String type, Case about, Map<String, Object> more, @Nullable Map<String, Object> after) {
        Map<String, Object> facts = new LinkedHashMap<>(more);
        facts.put("caseType", about.type().name());
        about.employee().ifPresent(employee -> facts.put("employeeId", employee));
        about.employer().ifPresent(employer -> facts.put("employerId", employer));
        return new DomainEvent(Ids.next(), type, about.organisation(), about.id(), about.id(), null, after, facts);
    }
}
