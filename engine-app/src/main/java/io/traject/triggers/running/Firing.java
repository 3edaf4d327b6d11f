package io.traject.triggers.running;

import io.traject.events.EventSnapshot;
import io.traject.triggers.PublishedTrigger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That a version of a trigger fired for an event.
 *
 * @param id derived from event and version: there is one
 * @param subject what the event was about
 * @param depth how many events led to the event
 * @param stopped why nothing was done
 * @param actions how many are to be done
 */
public record Firing(
        UUID id,
        UUID event,
        String eventType,
        UUID organisation,
        UUID trigger,
        UUID version,
        String name,
        UUID subject,
        int depth,
        Instant at,
        Optional<Stop> stopped,
        int actions) {

    /** Why a trigger that fired was stopped, so that nothing goes round for ever. */
    public enum Stop {
        /** Too many events led to this one. */
        DEPTH,
        /** It fired too often for the same thing. */
        RATE
    }

    static Firing of(EventSnapshot event, PublishedTrigger trigger) {
        UUID version = trigger.rule().version();
        return new Firing(
                UUID.nameUUIDFromBytes((event.id() + ":" + version).getBytes(StandardCharsets.UTF_8)),
                event.id(),
                event.type(),
                event.organisation(),
                trigger.trigger(),
                version,
                trigger.name(),
                event.subject(),
                event.depth(),
                event.at(),
                Optional.empty(),
                trigger.actions().size());
    }

    Firing stopped(Stop why) {
        return new Firing(
                id,
                event,
                eventType,
                organisation,
                trigger,
                version,
                name,
                subject,
                depth,
                at,
                Optional.of(why),
                actions);
    }

    /** Whether its actions are to be done. */
    boolean runs() {
        return stopped.isEmpty() && actions > 0;
    }
}
