package io.traject.workers.engine;

import org.jspecify.annotations.Nullable;

/**
 * A step that stands still.
 *
 * @param jobKey the job that has no retries left; null when it was no job that failed
 */
public record StandingIncident(long key, @Nullable Long jobKey) {}
