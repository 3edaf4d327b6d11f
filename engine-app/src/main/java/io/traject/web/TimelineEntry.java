package io.traject.web;

import java.time.Instant;
import java.util.Optional;

/**
 * One thing that happened.
 *
 * @param title in the reader's language
 * @param actor who did it, as shown
 * @param text more about it
 * @param path of a page with all of it
 */
public record TimelineEntry(
        Instant at,
        Meaning meaning,
        String title,
        Optional<String> actor,
        Optional<String> text,
        Optional<String> path) {

    public static TimelineEntry of(Instant at, Meaning meaning, String title) {
        return new TimelineEntry(at, meaning, title, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public TimelineEntry by(String name) {
        return new TimelineEntry(at, meaning, title, Optional.of(name), text, path);
    }

    public TimelineEntry saying(String words) {
        return new TimelineEntry(at, meaning, title, actor, Optional.of(words), path);
    }

    public TimelineEntry at(String page) {
        return new TimelineEntry(at, meaning, title, actor, text, Optional.of(page));
    }
}
