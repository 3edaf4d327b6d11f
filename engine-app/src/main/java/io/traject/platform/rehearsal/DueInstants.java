package io.traject.platform.rehearsal;

import io.traject.kernel.FallsDue;
import io.traject.workers.progress.ProcessProgress;
import io.traject.workers.progress.ProcessProgress.WaitingTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** When something is due: the timers of the engine, and what the rooms tell. */
@Component
@OnRehearsal
class DueInstants {

    private static final String TIMER = "timer";

    /** What is due so shortly after one another happens at one stop, in its order: a thousand reminders are one. */
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private final ProcessProgress progress;
    private final ObjectProvider<FallsDue> rooms;

    DueInstants(ProcessProgress progress, ObjectProvider<FallsDue> rooms) {
        this.progress = progress;
        this.rooms = rooms;
    }

    /** When something next happens by itself, with what follows within the minute; empty if nothing does. */
    Optional<Instant> nextStop(Instant after, Instant upTo) {
        Instant from = after.plusMillis(1);
        Optional<Instant> first = happenings(from, upTo).min(Comparator.naturalOrder());
        return first.map(at -> happenings(at, earlier(at.plus(TOGETHER), upTo))
                .max(Comparator.naturalOrder())
                .orElse(at));
    }

    /** When the next thing is due, whether it happens by itself or not. */
    Optional<Instant> next(Instant after, Instant upTo) {
        return between(after, upTo).stream().map(FellDue::at).findFirst();
    }

    /** What is due, without the first moment and with the last, the earliest first. */
    List<FellDue> between(Instant after, Instant upTo) {
        Instant from = after.plusMillis(1);
        return Stream.concat(
                        progress.timersDue(from, upTo).stream().map(DueInstants::fellDue),
                        rooms.stream().flatMap(room -> fallDue(room, from, upTo)))
                .sorted(Comparator.comparing(FellDue::at))
                .toList();
    }

    private Stream<Instant> happenings(Instant from, Instant upTo) {
        return Stream.concat(
                progress.timersDue(from, upTo).stream()
                        .flatMap(timers -> Stream.of(timers.firstDueAt(), timers.lastDueAt())),
                rooms.stream()
                        .filter(FallsDue::happensByItself)
                        .flatMap(room -> room.between(from, upTo).stream())
                        .map(FallsDue.Due::at));
    }

    private static Stream<FellDue> fallDue(FallsDue room, Instant from, Instant upTo) {
        return room.between(from, upTo).stream()
                .map(due -> new FellDue(due.at(), room.kind(), due.name(), due.count()));
    }

    private static FellDue fellDue(WaitingTimers timers) {
        String process = timers.processId() == null ? "" : timers.processId() + ".";
        return new FellDue(timers.firstDueAt(), TIMER, process + timers.elementId(), timers.count());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
