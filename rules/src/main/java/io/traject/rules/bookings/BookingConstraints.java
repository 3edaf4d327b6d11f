package io.traject.rules.bookings;

import io.traject.rules.NamedRule;
import io.traject.rules.Reason;
import io.traject.rules.RuleSet;
import io.traject.rules.bookings.Booking.Planned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The rule set {@code booking-constraints}: what stands in the way of an appointment (A38). */
public final class BookingConstraints {

    private final RuleSet rules = RuleSet.read("booking-constraints");

    public Collection<NamedRule> rules() {
        return rules.rules();
    }

    /**
     * Everything that stands in its way, what is about the day first; nothing when it can be booked. The subject of a reason
     * is {@code day} or {@code time}.
     *
     * @param others of the same employee
     */
    public List<Reason> judge(Booking booking, Collection<Planned> others) {
        List<Object> facts = new ArrayList<>(others);
        facts.add(booking);
        return rules.judge(facts).stream()
                .sorted(Comparator.comparing(Reason::subject)
                        .thenComparing(reason -> reason.rule().name()))
                .toList();
    }
}
