package io.traject.communication;

import java.time.Instant;

/** What a template said under one of its numbers. */
public record TemplateVersion(int number, TemplateText text, String savedBy, Instant savedAt) {}
