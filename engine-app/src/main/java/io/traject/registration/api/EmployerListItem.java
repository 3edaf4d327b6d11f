package io.traject.registration.api;

import io.traject.organisation.employers.EmployerSummary;
import io.traject.web.api.Codes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An employer in the list.
 *
 * @param state {@code draft}, {@code registered}, {@code published} or {@code cancelled}
 */
record EmployerListItem(
        String id,
        String name,
        String country,
        String state,
        Instant draftedAt,
        Instant workedOnAt,
        @Nullable Instant publishedAt) {

    static EmployerListItem of(EmployerSummary employer) {
        return new EmployerListItem(
                employer.id().toString(),
                employer.name(),
                employer.country(),
                Codes.of(employer.state()),
                employer.draftedAt(),
                employer.workedOnAt(),
                employer.publishedAt().orElse(null));
    }
}
