package io.traject.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A case in a list. */
public record CaseSummary(
        UUID id,
        String number,
        CaseType type,
        String subject,
        Optional<UUID> batch,
        Optional<UUID> employee,
        Optional<UUID> employer,
        Optional<String> title,
        CaseState state,
        CaseStage stage,
        Instant dueAt,
        Instant openedAt) {}
