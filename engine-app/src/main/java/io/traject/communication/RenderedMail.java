package io.traject.communication;

/** A mail as it will be sent: one line of subject, a plain part and an HTML part that say the same. */
public record RenderedMail(String subject, String plain, String html) {}
