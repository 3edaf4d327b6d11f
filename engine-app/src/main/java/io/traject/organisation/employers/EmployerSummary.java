package io.traject.organisation.employers;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An employer as lists show it.
 *
 * @param country ISO 3166-1
 * @param draftedBy name of the one who added it
 * @param workedOnBy name of the one who worked on it last
 */
public record EmployerSummary(
        UUID id,
        String name,
        String country,
        EmployerState state,
        String draftedBy,
        Instant draftedAt,
        String workedOnBy,
        Instant workedOnAt,
        Optional<Instant> publishedAt) {}
