package io.traject.reexamination.intake;

import io.traject.kernel.Bsn;

/** What may have one open case at a time: a resident and the scheme (REGELING) that is re-examined. */
public record BsnAndScheme(Bsn bsn, String scheme) {}
