package io.traject.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.traject.kernel.RealTime;
import io.traject.testing.TrajectTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@TrajectTest
class ThrottleTest {

    @Autowired
    JdbcClient database;

    private final String door = UUID.randomUUID().toString();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private Throttle throttle;

    @BeforeEach
    void make() {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        var time = new RealTime(clock);
        throttle = new Throttle(database, new Familiar(database, time), time);
    }

    @Test
    void shouldAllowABurstAndThenAPace() {
        admit(10, "casper", "192.0.2.1");

        assertThatThrownBy(() -> admit(1, "casper", "192.0.2.1"))
                .isInstanceOfSatisfying(
                        TooManyAttemptsException.class,
                        refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(30)));

        now = now.plusSeconds(30);
        admit(1, "casper", "192.0.2.1");
        assertThatThrownBy(() -> admit(1, "casper", "192.0.2.1")).isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void shouldNotKeepTheOwnerOutWhenAStrangerGuesses() {
        assertThatThrownBy(() -> admit(11, "casper", "192.0.2.1")).isInstanceOf(TooManyAttemptsException.class);

        assertThatCode(() -> admit(1, "casper", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void shouldSlowDownGuessingAtOneAccountFromManyAddresses() {
        assertThatThrownBy(() -> IntStream.range(0, 100).forEach(i -> admit(1, "casper", "198.51.100." + i)))
                .isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void shouldSlowDownGuessingAtManyAccountsFromOneNetwork() {
        assertThatThrownBy(() -> IntStream.range(0, 101).forEach(i -> admit(1, "user" + i, "2001:db8::" + i)))
                .isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void shouldNotSlowDownABrowserThatTheAccountWasSignedInToWith() {
        String account = UUID.randomUUID().toString();
        throttle.signedIn(account, "192.0.2.1", "its secret");
        IntStream.range(0, 200).forEach(i -> attempt(account, "192.0.2." + i % 20, "another secret"));

        assertThatThrownBy(() -> throttle.admit(door, account, "192.0.2.1", "another secret"))
                .isInstanceOf(TooManyAttemptsException.class);
        IntStream.range(0, 10).forEach(i -> throttle.admit(door, account, "192.0.2.1", "its secret"));
        assertThatThrownBy(() -> throttle.admit(door, account, "192.0.2.1", "its secret"))
                .as("a stolen one guesses no faster")
                .isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void shouldNotKeepTheOwnerOutOfAFamiliarNetworkWhenManyStrangersGuess() {
        String account = UUID.randomUUID().toString();
        throttle.signedIn(account, "192.0.2.1");
        IntStream.range(0, 100).forEach(i -> attempt(account, "198.51.100." + i, ""));

        assertThatThrownBy(() -> throttle.admit(door, account, "203.0.113.1"))
                .isInstanceOf(TooManyAttemptsException.class);
        assertThatCode(() -> throttle.admit(door, account, "192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void shouldTakeABrowserForTheAccountsOnlyThatWereSignedInTo() {
        throttle.signedIn("attacker", "192.0.2.9", "the attacker’s secret");
        IntStream.range(0, 10).forEach(i -> attempt("casper", "192.0.2.9", "the attacker’s secret"));

        assertThatThrownBy(() -> throttle.admit(door, "casper", "192.0.2.9", "the attacker’s secret"))
                .isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void shouldForgetWhatWasFamiliar() {
        String account = UUID.randomUUID().toString();
        throttle.signedIn(account, "192.0.2.1", "its secret");
        throttle.forget(account);
        IntStream.range(0, 10).forEach(i -> attempt(account, "192.0.2.1", ""));

        assertThatThrownBy(() -> throttle.admit(door, account, "192.0.2.1", "its secret"))
                .isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void shouldAdmitCodesSparingly() {
        String account = UUID.randomUUID().toString();
        IntStream.range(0, 10).forEach(i -> throttle.admit(Throttle.CODE, account, "198.51.100." + i));

        assertThatThrownBy(() -> throttle.admit(Throttle.CODE, account, "198.51.100.99"))
                .isInstanceOfSatisfying(
                        TooManyAttemptsException.class,
                        refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(10)));
    }

    @Test
    void shouldNotCountWhatWasRight() {
        IntStream.range(0, 20).forEach(i -> {
            admit(1, "casper", "192.0.2.1");
            throttle.forgive(door, "casper", "192.0.2.1");
        });
    }

    @Test
    void shouldCountAttemptsThatComeAtOnce() throws Exception {
        Callable<Boolean> attempt = () -> {
            try {
                admit(1, "casper", "192.0.2.1");
                return true;
            } catch (TooManyAttemptsException refusal) {
                return false;
            }
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long admitted = threads
                    .invokeAll(IntStream.range(0, 20).mapToObj(i -> attempt).toList())
                    .stream()
                    .filter(result -> result.resultNow())
                    .count();
            assertThat(admitted).isEqualTo(10);
        }
    }

    private void admit(int times, String account, String address) {
        IntStream.range(0, times).forEach(i -> throttle.admit(door, account, address));
    }

    /** Of somebody who doesn't mind being refused. */
    private void attempt(String account, String address, String device) {
        try {
            throttle.admit(door, account, address, device);
        } catch (TooManyAttemptsException refused) {
            assertThat(refused.retryAfter()).isPositive();
        }
    }
}
