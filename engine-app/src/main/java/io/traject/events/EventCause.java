package io.traject.events;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The event because of which something is done: what is recorded meanwhile came of it.
 *
 * @param depth how many events led to it
 */
public record EventCause(UUID event, int depth) {

    private static final ScopedValue<EventCause> CURRENT = ScopedValue.newInstance();

    static Optional<EventCause> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Does the work on this thread because of the event. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }
}
