package io.traject.communication;

/**
 * A letter as it will be printed.
 *
 * @param pdf PDF/A-2a with tags (PDF/UA)
 */
public record RenderedLetter(String subject, byte[] pdf) {}
