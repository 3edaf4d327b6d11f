package io.traject.cases;

import java.util.UUID;

/** Announced in the transaction in which a case is closed or cancelled: what hangs on it ends with it. */
public record CaseEnded(UUID caseId) {}
