package io.traject.reexamination.intake;

import java.time.LocalDate;

/** What the checks need to know of the world outside the file. */
public record CheckContext(LocalDate today, AlreadyOpen alreadyOpen) {}
