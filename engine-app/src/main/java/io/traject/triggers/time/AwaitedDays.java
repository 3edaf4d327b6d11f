package io.traject.triggers.time;

import io.traject.events.PassingDate;
import io.traject.events.PassingDates;
import io.traject.kernel.BusinessTime;
import io.traject.rules.triggers.PossibleNumbers;
import io.traject.rules.triggers.TriggerRule;
import io.traject.triggers.Publications;
import io.traject.triggers.PublishedTrigger;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For which days the triggers wait that are published and valid today. Of all organisations: for schedules. */
@Component
class AwaitedDays {

    private final Publications publications;
    private final PassingDates dates;
    private final BusinessTime time;

    AwaitedDays(Publications publications, PassingDates dates, BusinessTime time) {
        this.publications = publications;
        this.dates = dates;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public List<Awaited> now() {
        LocalDate today = time.today();
        return publications.triggers(publications.newest()).stream()
                .map(PublishedTrigger::rule)
                .filter(rule -> isValid(rule, today))
                .flatMap(rule -> dates.of(rule.event()).stream().flatMap(date -> awaited(rule, date)))
                .distinct()
                .toList();
    }

    private static Stream<Awaited> awaited(TriggerRule rule, PassingDate date) {
        return PossibleNumbers.of(rule.condition(), PassingDates.DAYS).stream()
                .flatMap(Collection::stream)
                .map(BigDecimal::intValueExact)
                .map(days -> new Awaited(rule.organisation(), date, days));
    }

    private static boolean isValid(TriggerRule rule, LocalDate day) {
        LocalDate from = rule.from();
        LocalDate until = rule.until();
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
