package io.traject.communication;

import java.time.Instant;
import java.util.UUID;

/**
 * A logo or signature of a municipality.
 *
 * @param id another for each change
 * @param words what the logo shows, or who signs; a draft may lack them
 * @param function of who signs; empty for a logo
 */
public record StyleImage(
        UUID id, PrintImage image, String words, String function, String changedBy, Instant changedAt) {

    static final int LONGEST_WORDS = 150;

    /** Whether letters can carry it. */
    public boolean isComplete(StyleElement element) {
        return !words.isEmpty() && (element == StyleElement.LOGO || !function.isEmpty());
    }
}
