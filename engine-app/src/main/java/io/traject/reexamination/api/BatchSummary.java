package io.traject.reexamination.api;

import java.time.Instant;

/** A batch in a list. */
record BatchSummary(String id, String state, String fileName, Instant uploadedAt, int rows) {}
