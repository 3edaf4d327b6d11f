package io.traject.platform.rehearsal;

import java.time.Instant;

/**
 * What fell due while the clock was moved.
 *
 * @param at business time; the first of them
 * @param kind {@code timer} of a process, or that of an {@link io.traject.kernel.FallsDue}
 * @param name of a timer {@code <process id>.<element id>}; for other kinds their own, or empty
 * @param count how many of one minute
 */
public record FellDue(Instant at, String kind, String name, long count) {}
