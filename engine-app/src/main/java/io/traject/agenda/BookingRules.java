package io.traject.agenda;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.Refusal;
import io.traject.kernel.ShippedRules;
import io.traject.rules.NamedRule;
import io.traject.rules.bookings.Booking;
import io.traject.rules.bookings.Booking.Planned;
import io.traject.rules.bookings.BookingConstraints;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Judges by the rule set {@code booking-constraints} what stands in the way of an appointment. */
@Component
class BookingRules implements ShippedRules {

    /** Two years: beyond that somebody mistyped the year. */
    private static final Duration FARTHEST_AHEAD = Duration.ofDays(731);

    private static final String TEXTS = "agenda.booking.rule.";

    private final BookingConstraints constraints = new BookingConstraints();
    private final Appointments appointments;
    private final BusinessTime time;

    BookingRules(Appointments appointments, BusinessTime time) {
        this.appointments = appointments;
        this.time = time;
    }

    /**
     * The first thing that stands in its way; refused with the name of a rule's explanation. Asked while the employee's {@link
     * Turns turn} is held.
     *
     * @param but the appointment that may be there: the one that is moved
     */
    Optional<Refusal> against(AppointmentRequest request, PlannedTime when, Duration duration, Optional<UUID> but) {
        Instant begins = when.start();
        Instant ends = begins.plus(duration);
        Booking booking = new Booking(
                begins,
                ends,
                when.day().getDayOfWeek(),
                time.now(),
                time.now().plus(FARTHEST_AHEAD),
                request.wishes().saturdayAllowed(),
                request.wishes().sundayHolidayAllowed());
        List<Planned> others = appointments.plannedBetween(request.employee(), begins, ends).stream()
                .filter(other -> but.filter(other.id()::equals).isEmpty())
                .map(other -> new Planned(other.when().start(), other.end()))
                .toList();
        return constraints.judge(booking, others).stream()
                .findFirst()
                .map(reason -> Refusal.of(reason.rule().explanation()));
    }

    @Override
    public String titleKey() {
        return "agenda.booking.rules";
    }

    @Override
    public List<ShippedRule> shipped() {
        return constraints.rules().stream()
                .map(NamedRule::explanation)
                .sorted()
                .map(code -> new ShippedRule(TEXTS + code, TEXTS + code + ".explanation"))
                .toList();
    }
}
