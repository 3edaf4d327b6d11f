package io.traject.triggers.time;

import io.traject.events.Dated;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.FallsDue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Days that triggers wait for: each begins at its midnight. */
@Component
class PassingDaysFallDue implements FallsDue {

    private static final int SLICE = 1000;

    private final AwaitedDays awaitedDays;
    private final PassDays passDays;

    PassingDaysFallDue(AwaitedDays awaitedDays, PassDays passDays) {
        this.awaitedDays = awaitedDays;
        this.passDays = passDays;
    }

    @Override
    public String kind() {
        return "passing-date";
    }

    @Override
    public List<Due> between(Instant from, Instant upTo) {
        LocalDate dayOfFrom = from.atZone(BusinessTime.ZONE).toLocalDate();
        LocalDate first = Dated.startOf(dayOfFrom).isBefore(from) ? dayOfFrom.plusDays(1) : dayOfFrom;
        LocalDate last = upTo.atZone(BusinessTime.ZONE).toLocalDate();
        Map<LocalDate, Map<String, Long>> counts = new TreeMap<>();
        awaitedDays.now().forEach(awaited -> count(awaited, first, last, counts));
        return counts.entrySet().stream()
                .flatMap(day -> day.getValue().entrySet().stream()
                        .map(type -> new Due(Dated.startOf(day.getKey()), type.getKey(), type.getValue())))
                .toList();
    }

    private static void count(
            Awaited awaited, LocalDate first, LocalDate last, Map<LocalDate, Map<String, Long>> counts) {
        Dated position = Dated.before(first.minusDays(awaited.days()));
        List<Dated> slice;
        do {
            slice = awaited.date().after(awaited.organisation(), position, last.minusDays(awaited.days()), SLICE);
            for (Dated dated : slice) {
                counts.computeIfAbsent(dated.date().plusDays(awaited.days()), day -> new TreeMap<>())
                        .merge(awaited.type(), 1L, Long::sum);
                position = dated;
            }
        } while (slice.size() == SLICE);
    }

    @Override
    public boolean happensByItself() {
        return true;
    }

    @Override
    public void catchUp() {
        PassingSchedule.pass(passDays);
    }
}
