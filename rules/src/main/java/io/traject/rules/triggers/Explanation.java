package io.traject.rules.triggers;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition with what became of it, part by part. All parts are judged, also those that could not change the outcome.
 *
 * @param condition the part of the tree that this is about
 * @param holds whether it holds
 * @param seen the value that the field had, null when it had none and for all/any/not
 * @param seenBefore what the field was before the event, null when it had none or did not change
 * @param parts of an all, any or not
 */
public record Explanation(
        Condition condition,
        boolean holds,
        @Nullable Object seen,
        @Nullable Object seenBefore,
        List<Explanation> parts) {

    public Explanation {
        parts = List.copyOf(parts);
    }

    /**
     * The first comparison that is to blame for the whole not holding: below an all the first part that fails, below an any
     * the last of those that fail, below a not the part that holds after all; empty when the whole holds.
     */
    public Optional<Explanation> firstFailure() {
        return holds ? Optional.empty() : Optional.of(blame());
    }

    private Explanation blame() {
        return switch (condition) {
            case Condition.All all ->
                parts.stream()
                        .filter(part -> !part.holds())
                        .findFirst()
                        .orElseThrow()
                        .blame();
            case Condition.Any any -> parts.isEmpty() ? this : parts.getLast().blame();
            case Condition.Not not -> parts.getFirst();
            case Condition.Test test -> this;
        };
    }
}
