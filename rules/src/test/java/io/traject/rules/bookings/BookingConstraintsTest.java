package io.traject.rules.bookings;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.rules.bookings.Booking.Planned;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule set booking-constraints. */
class BookingConstraintsTest {

    private static final BookingConstraints CONSTRAINTS = new BookingConstraints();
    private static final Instant NOW = Instant.parse("2026-12-01T08:00:00Z");
    private static final Instant LATEST = Instant.parse("2028-12-01T08:00:00Z");
    private static final Instant TEN = Instant.parse("2026-12-14T10:00:00Z");

    @Test
    void shouldFindNothingAgainstAWorkingDayAhead() {
        assertThat(judged(booking(TEN, DayOfWeek.MONDAY, false, false), planned(TEN.minusSeconds(1200))))
                .isEmpty();
        assertThat(judged(booking(NOW, DayOfWeek.TUESDAY, false, false)))
                .as("at once")
                .isEmpty();
    }

    @Test
    void shouldLieAhead() {
        assertThat(judged(booking(NOW.minusSeconds(1), DayOfWeek.TUESDAY, false, false)))
                .containsExactly("day appointment-in-past");
    }

    @Test
    void shouldNotBeDecadesAhead() {
        assertThat(judged(booking(LATEST, DayOfWeek.FRIDAY, false, false))).isEmpty();
        assertThat(judged(booking(LATEST.plusSeconds(1), DayOfWeek.FRIDAY, false, false)))
                .containsExactly("day appointment-too-far-ahead");
    }

    @Test
    void shouldKeepToTheDaysThatAreAllowed() {
        assertThat(judged(booking(TEN, DayOfWeek.SATURDAY, false, true)))
                .containsExactly("day appointment-saturday-not-allowed");
        assertThat(judged(booking(TEN, DayOfWeek.SUNDAY, true, false)))
                .containsExactly("day appointment-sunday-not-allowed");
        assertThat(judged(booking(TEN, DayOfWeek.SATURDAY, true, false))).isEmpty();
        assertThat(judged(booking(TEN, DayOfWeek.SUNDAY, false, true))).isEmpty();
    }

    @Test
    void shouldNotOverlapWithAnother() {
        Booking booking = booking(TEN, DayOfWeek.MONDAY, false, false);
        assertThat(judged(booking, planned(TEN.minusSeconds(1199)), planned(TEN.plusSeconds(60))))
                .as("said once")
                .containsExactly("time appointment-overlaps");
        assertThat(judged(booking, planned(TEN.plusSeconds(1200))))
                .as("right after")
                .isEmpty();
    }

    @Test
    void shouldSayEverythingThatStandsInTheWay() {
        Instant past = NOW.minusSeconds(3600);
        assertThat(judged(booking(past, DayOfWeek.SUNDAY, false, false), planned(past)))
                .containsExactly(
                        "day appointment-in-past", "day appointment-sunday-not-allowed", "time appointment-overlaps");
    }

    private static Booking booking(Instant begins, DayOfWeek day, boolean saturday, boolean sunday) {
        return new Booking(begins, begins.plus(Duration.ofMinutes(20)), day, NOW, LATEST, saturday, sunday);
    }

    private static Planned planned(Instant begins) {
        return new Planned(begins, begins.plus(Duration.ofMinutes(20)));
    }

    private static List<String> judged(Booking booking, Planned... others) {
        return CONSTRAINTS.judge(booking, Arrays.asList(others)).stream()
                .map(reason -> reason.subject() + " " + reason.rule().explanation())
                .toList();
    }
}
