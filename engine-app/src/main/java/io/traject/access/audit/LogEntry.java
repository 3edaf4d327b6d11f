package io.traject.access.audit;

import io.traject.access.Actor;
import io.traject.access.AuditTrail.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of a log.
 *
 * @param behalf for whom the actor acted
 * @param what was done, or which part of a file was looked at
 * @param kind of the object or file
 * @param object its id
 * @param values that changed; none of a look
 * @param block in which it is sealed
 */
public record LogEntry(
        UUID id,
        Instant at,
        Person actor,
        Actor.Kind actorKind,
        Optional<Person> behalf,
        String what,
        String kind,
        UUID object,
        List<Value> values,
        Optional<Long> block) {

    /** As named at that time. */
    public record Person(UUID id, String name) {}
}
