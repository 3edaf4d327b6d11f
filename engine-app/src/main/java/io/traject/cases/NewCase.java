package io.traject.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * A case to be opened.
 *
 * @param id chosen by the opener; also the business key of its process
 * @param subject whom it is about, as lists show it
 * @param batch with which it comes
 * @param dueAt when the data must be in
 */
public record NewCase(UUID id, CaseType type, UUID organisation, String subject, UUID batch, Instant dueAt) {}
