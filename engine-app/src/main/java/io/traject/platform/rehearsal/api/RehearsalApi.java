package io.traject.platform.rehearsal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.kernel.Outcome;
import io.traject.platform.rehearsal.ClockAdvance;
import io.traject.platform.rehearsal.FellDue;
import io.traject.platform.rehearsal.OnRehearsal;
import io.traject.platform.rehearsal.RehearsalClock;
import io.traject.web.api.RequestProblemException;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clock of a rehearsal. */
@RestController
@OnRehearsal
@RequestMapping("/api/v1/rehearsal/clock")
@Tag(name = "Rehearsal")
class RehearsalApi {

    private final RehearsalClock clock;

    RehearsalApi(RehearsalClock clock) {
        this.clock = clock;
    }

    /**
     * How far to move the clock: one of the two.
     *
     * @param advance ISO 8601, a day being 24 hours: {@code P5D}, {@code PT90M}
     * @param to an instant: {@code 2026-12-24T12:00:00Z}
     */
    record ClockMove(@Nullable Duration advance, @Nullable Instant to) {}

    /**
     * @param now business time
     * @param ahead of real time
     */
    record ClockView(Instant now, Duration ahead) {}

    /**
     * What came of a move.
     *
     * @param from business time before it
     * @param to business time that was asked for; the clock runs on meanwhile
     * @param fellDue in its order
     */
    record AdvanceView(Instant from, Instant to, Instant now, List<FellDue> fellDue) {}

    @GetMapping
    @Operation(summary = "Tell the time")
    ClockView tell() {
        return new ClockView(clock.now(), clock.ahead());
    }

    @PostMapping
    @Operation(summary = "Move business time forward; answers when all that fell due has happened")
    AdvanceView move(@Valid @RequestBody ClockMove move) {
        Outcome<ClockAdvance> outcome = clock.moveTo(target(move));
        ClockAdvance advance = outcome.orThrow();
        return new AdvanceView(advance.begun(), advance.target(), clock.now(), advance.fellDue());
    }

    private Instant target(ClockMove move) {
        if (move.to() != null && move.advance() == null) {
            return move.to();
        }
        if (move.advance() != null && move.to() == null) {
            return clock.now().plus(move.advance());
        }
        throw new RequestProblemException(HttpStatus.BAD_REQUEST, "malformed");
    }
}
