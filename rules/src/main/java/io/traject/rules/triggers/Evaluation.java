package io.traject.rules.triggers;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event on its way through the compiled rules, and which of them fired so far. For one thread. */
final class Evaluation {

    private final Facts facts;
    private final String subject;
    private final Map<String, String> folded = new HashMap<>();
    private final Set<UUID> firing = new HashSet<>();

    Evaluation(Facts facts) {
        this.facts = facts;
        this.subject = subjectOf(facts.organisation(), facts.event());
    }

    /** What rules are found by first. */
    static String subjectOf(UUID organisation, String event) {
        return organisation + event;
    }

    String subject() {
        return subject;
    }

    LocalDate on() {
        return facts.on();
    }

    @Nullable
    Object now(String field) {
        return facts.now().get(field);
    }

    @Nullable
    Object before(String field) {
        return facts.before().get(field);
    }

    boolean changed(String field) {
        return facts.changed().contains(field);
    }

    /** As {@link Words#fold}: long texts only once, however many rules ask. */
    String fold(String text) {
        return folded.computeIfAbsent(text, Words::fold);
    }

    void fires(UUID version) {
        firing.add(version);
    }

    Set<UUID> firing() {
        return Set.copyOf(firing);
    }
}
