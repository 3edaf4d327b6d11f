package io.traject.triggers.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.triggers.replay.Compared;
import io.traject.triggers.replay.Replay;
import io.traject.triggers.replay.ReplayTrigger;
import io.traject.web.api.Codes;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Replays of triggers over the events of a period. */
@RestController
@RequestMapping("/api/v1/triggers/{id}")
@Tag(name = "Triggers")
class TriggerReplayApi {

    private static final int NEWEST = 1_000;

    private final ReplayTrigger replayTrigger;

    TriggerReplayApi(ReplayTrigger replayTrigger) {
        this.replayTrigger = replayTrigger;
    }

    /** @param from the first day @param until the last day */
    record Period(@Nullable LocalDate from, @Nullable LocalDate until) {}

    /**
     * @param version number of what is replayed
     * @param state {@code running}, {@code done} or {@code cancelled}
     * @param total events to look at
     */
    record Told(
            UUID id,
            int version,
            LocalDate from,
            LocalDate until,
            String state,
            long total,
            long lookedAt,
            List<Found> found) {}

    /**
     * @param compared {@code both}, {@code now-only}: what is published does not fire, or {@code before-only}: only that does
     * @param events the newest 1,000
     */
    record Found(String compared, long count, List<UUID> events) {}

    @PostMapping("/replay")
    @Operation(
            summary = "Replay the draft over the events of a period; nothing is executed",
            description = "In the background. 409 trigger-mistakes, trigger-replay-period, trigger-replay-running")
    ResponseEntity<Told> begin(@PathVariable UUID id, @RequestBody Period period) {
        Replay begun = replayTrigger.begin(id, period.from(), period.until()).orThrow();
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/triggers/%s/replays/%s".formatted(id, begun.id())))
                .body(told(begun));
    }

    @GetMapping("/replays/{replay}")
    @Operation(summary = "Get how far a replay is and at which events it fires, beside what was published")
    Told get(@PathVariable UUID id, @PathVariable UUID replay) {
        return told(replayTrigger.get(id, replay));
    }

    @DeleteMapping("/replays/{replay}")
    @Operation(summary = "Stop a replay; what was found stays")
    ResponseEntity<Void> cancel(@PathVariable UUID id, @PathVariable UUID replay) {
        replayTrigger.cancel(id, replay);
        return ResponseEntity.noContent().build();
    }

    private Told told(Replay replay) {
        return new Told(
                replay.id(),
                replay.number(),
                replay.from(),
                replay.until(),
                Codes.of(replay.state()),
                replay.total(),
                replay.lookedAt(),
                Arrays.stream(Compared.values())
                        .map(compared -> new Found(
                                Codes.of(compared),
                                replay.tally().of(compared),
                                replayTrigger.hits(replay.trigger(), replay.id(), compared, NEWEST)))
                        .toList());
    }
}
