package io.traject.communication;

import java.time.Instant;
import java.util.List;

/**
 * What a template is needed for and what was made with it.
 *
 * @param users what will be sent with it
 * @param made per version, the newest first; versions with which nothing was made are missing
 */
public record TemplateUsage(List<TemplateUse.User> users, List<Made> made) {

    /** Mails or letters that were made with a version. */
    public record Made(int number, long count, Instant last) {}

    /** Whether it may go: nothing needs it, and nothing that was sent came from it. */
    public boolean isUnused() {
        return users.isEmpty() && made.isEmpty();
    }

    public long count() {
        return made.stream().mapToLong(Made::count).sum();
    }
}
