package io.traject.communication;

import java.time.Instant;

/**
 * What a template said under one of its numbers.
 *
 * @param comment why it was saved; may be empty
 */
public record TemplateVersion(int number, TemplateText text, String savedBy, Instant savedAt, String comment) {}
