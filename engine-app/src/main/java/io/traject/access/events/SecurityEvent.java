package io.traject.access.events;

import java.time.Instant;

/**
 * Something that happened to the security of an account.
 *
 * @param at the last time
 * @param times how often, within an hour
 */
public record SecurityEvent(SecurityEventKind kind, Instant at, Origin origin, int times) {}
