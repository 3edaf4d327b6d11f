package io.traject.tasks;

import java.util.Map;
import java.util.UUID;

/**
 * What a task is about.
 *
 * @param kind which of the rooms knows it
 * @param reference by which people name it, such as the number of a case; empty when it has none
 * @param name of the person or the employer that it concerns
 * @param organisation that it belongs to
 */
public record TaskSubject(Kind kind, UUID id, String reference, String name, UUID organisation) {

    /** What tasks can be about. */
    public enum Kind {
        CASE("caseId", "/cases/%s"),
        EMPLOYER("employerId", "/employers/%s/registration");

        private final String fact;
        private final String page;

        Kind(String fact, String page) {
            this.fact = fact;
            this.page = page;
        }

        /** As events name the id of such a thing. */
        String fact() {
            return fact;
        }
    }

    /** Of its page. */
    public String path() {
        return kind.page.formatted(id);
    }

    /** Whether somebody has to do a task. */
    public sealed interface Need {

        record Wanted(TaskSubject subject) implements Need {}

        /** What it is about has ended, and so will its process. */
        record Ended() implements Need {}

        /** It was done before the process asked for it. @param variables with which the process goes on */
        record DoneAlready(Map<String, Object> variables) implements Need {}
    }
}
