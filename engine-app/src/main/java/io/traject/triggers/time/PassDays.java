package io.traject.triggers.time;

import io.traject.events.Dated;
import io.traject.events.DomainEvent;
import io.traject.events.DomainEventLog;
import io.traject.events.PassingDates;
import io.traject.kernel.BusinessTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records the days that triggers wait for, each once for each thing: its event has one id, and who looks for it keeps others from
 * looking for the same.
 */
@Service
class PassDays {

    /** How far back it looks for days on which nobody looked. */
    static final int MISSED_DAYS = 31;

    private static final int SLICE = 200;

    private final AwaitedDays awaitedDays;
    private final Passed passed;
    private final DomainEventLog events;
    private final BusinessTime time;

    PassDays(AwaitedDays awaitedDays, Passed passed, DomainEventLog events, BusinessTime time) {
        this.awaitedDays = awaitedDays;
        this.passed = passed;
        this.events = events;
        this.time = time;
    }

    /** What to look for now; what is not among it is forgotten. */
    @Transactional
    public List<Awaited> begin() {
        List<Awaited> awaited = awaitedDays.now();
        passed.keepOnly(awaited);
        return awaited;
    }

    /**
     * Records some of what came since the last day that was done, and again of today: a date may become so in the course of a day.
     *
     * @param position where to go on; empty to begin
     * @return where to go on then; empty when today is done
     */
    @Transactional
    public Optional<Dated> passSome(Awaited awaited, Optional<Dated> position) {
        LocalDate today = time.today();
        LocalDate done = passed.locked(awaited, today.minusDays(1));
        List<Dated> slice = awaited.date()
                .after(
                        awaited.organisation(),
                        position.orElseGet(() -> Dated.before(first(done, today).minusDays(awaited.days()))),
                        today.minusDays(awaited.days()),
                        SLICE);
        record(slice.stream()
                .map(dated -> PassingDates.passed(awaited.organisation(), awaited.date(), dated, awaited.days()))
                .toList());
        if (slice.size() < SLICE) {
            passed.doneUpTo(today, awaited);
            return Optional.empty();
        }
        return Optional.of(slice.getLast());
    }

    private static LocalDate first(LocalDate done, LocalDate today) {
        LocalDate longest = today.minusDays(MISSED_DAYS);
        LocalDate next = done.isBefore(today) ? done.plusDays(1) : today;
        return next.isBefore(longest) ? longest : next;
    }

    private void record(List<DomainEvent> due) {
        Set<?> known = events.recorded(due.stream().map(DomainEvent::id).toList());
        List<DomainEvent> unknown =
                due.stream().filter(event -> !known.contains(event.id())).toList();
        if (!unknown.isEmpty()) {
            events.record(unknown);
        }
    }
}
