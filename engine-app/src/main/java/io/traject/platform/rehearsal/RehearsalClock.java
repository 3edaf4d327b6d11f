package io.traject.platform.rehearsal;

import io.traject.access.Actor;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import io.traject.workers.rehearsal.ClockMoves;
import io.traject.workers.rehearsal.ClockMoves.Move;
import io.traject.workers.rehearsal.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * The clock of a rehearsal. Moving it is done in steps, one for each moment at which something happens by itself; at each,
 * everything settles before the next. The clock runs on meanwhile.
 */
@Service
@OnRehearsal
public class RehearsalClock {

    /** As far as one move may go: what is due later is found by the next. */
    public static final Duration LONGEST_MOVE = Duration.ofDays(731);

    private static final Logger log = LoggerFactory.getLogger(RehearsalClock.class);

    private final MovableClock clock;
    private final ClockMoves moves;
    private final DueInstants dueInstants;
    private final Settlement settlement;
    private final ClockAdvances advances;
    private final Authorization authorization;

    RehearsalClock(
            MovableClock clock,
            ClockMoves moves,
            DueInstants dueInstants,
            Settlement settlement,
            ClockAdvances advances,
            Authorization authorization) {
        this.clock = clock;
        this.moves = moves;
        this.dueInstants = dueInstants;
        this.settlement = settlement;
        this.advances = advances;
        this.authorization = authorization;
    }

    public Instant now() {
        return clock.instant();
    }

    /** How far it is ahead of real time. */
    public Duration ahead() {
        return clock.offset();
    }

    /** The move that began last. */
    public Optional<ClockAdvance> latest() {
        return advances.latest();
    }

    /** Administrators of the installation, and API accounts that administer. */
    public boolean mayBeMoved() {
        return authorization.actor().kind() == Actor.Kind.API_ACCOUNT
                ? authorization.may(Permission.ADMINISTRATION)
                : authorization.mayForInstallation(Permission.ADMINISTRATION);
    }

    private void requireMayBeMoved() {
        if (authorization.actor().kind() == Actor.Kind.API_ACCOUNT) {
            authorization.require(Permission.ADMINISTRATION);
        } else {
            authorization.requireForInstallation(Permission.ADMINISTRATION);
        }
    }

    /** When the next thing is due; empty if nothing is within the longest move. */
    public Optional<Instant> nextDue() {
        requireMayBeMoved();
        Instant now = clock.instant();
        return dueInstants.next(now, now.plus(LONGEST_MOVE));
    }

    /**
     * Moves the clock and answers when everything that fell due has happened.
     *
     * <p>Refused with {@code rehearsal-not-forward}, {@code rehearsal-too-far}, {@code rehearsal-busy} (another move is under
     * way), and {@code rehearsal-not-settled} when a step did not come to rest: the clock then stays there.
     */
    public Outcome<ClockAdvance> moveTo(Instant target) {
        return switch (begin(target)) {
            case Outcome.Refused<Moving>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Moving>(Moving moving) -> result(moving);
        };
    }

    /** As {@link #moveTo}, but answers at once; {@link #latest()} tells how far it is. */
    public Outcome<Moving> begin(Instant target) {
        requireMayBeMoved();
        Instant now = clock.instant();
        Instant wanted = target.truncatedTo(ChronoUnit.MILLIS);
        if (!wanted.isAfter(now)) {
            return Outcome.refused("rehearsal-not-forward");
        }
        if (wanted.isAfter(now.plus(LONGEST_MOVE))) {
            return Outcome.refused("rehearsal-too-far", LONGEST_MOVE.toDays());
        }
        return moves.begin()
                .<Outcome<Moving>>map(move -> Outcome.done(start(move, now, wanted)))
                .orElseGet(() -> Outcome.refused("rehearsal-busy"));
    }

    /** A move under way. */
    public record Moving(UUID id, CompletableFuture<@Nullable Void> end) {}

    private Moving start(Move move, Instant from, Instant target) {
        UUID id = advances.begin(from, target);
        var end = new CompletableFuture<@Nullable Void>();
        Thread.ofVirtual().name("clock-move").start(() -> {
            try (move) {
                advances.end(id, failure(id, from, target));
            } finally {
                end.complete(null);
            }
        });
        return new Moving(id, end);
    }

    /** Null when the target was reached. */
    private @Nullable String failure(UUID id, Instant from, Instant target) {
        try {
            step(id, from, target);
            return null;
        } catch (NotSettledException e) {
            log.warn("The clock stands at {}, as this did not come to rest: {}", clock.instant(), e.getMessage());
            return String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the application was stopped";
        } catch (RuntimeException e) {
            log.error("The clock could not be moved on from {}", clock.instant(), e);
            return e.getClass().getSimpleName();
        }
    }

    private void step(UUID id, Instant from, Instant target) throws InterruptedException {
        settlement.await();
        Instant reached = from;
        while (reached.isBefore(target)) {
            Instant next = dueInstants.nextStop(reached, target).orElse(target);
            var due = dueInstants.between(reached, next);
            clock.moveTo(next);
            settlement.pause(MovableClock.SPREADING);
            settlement.await();
            advances.reached(id, next, due);
            reached = next;
        }
    }

    private Outcome<ClockAdvance> result(Moving moving) {
        moving.end().join();
        ClockAdvance advance = advances.get(moving.id());
        return advance.failure()
                .<Outcome<ClockAdvance>>map(failure -> Outcome.refused("rehearsal-not-settled", failure))
                .orElseGet(() -> Outcome.done(advance));
    }
}
