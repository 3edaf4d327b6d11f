package io.traject.cases;

import java.util.UUID;

/** Announced in the transaction in which the data of an open case came in, or in which somebody goes on without it. */
public record DataNoLongerAwaited(UUID caseId) {}
