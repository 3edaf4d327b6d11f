package io.traject.cases;

import java.util.UUID;

/** A case that was opened, with the readable number that it got. */
public record OpenedCase(UUID id, String number) {}
