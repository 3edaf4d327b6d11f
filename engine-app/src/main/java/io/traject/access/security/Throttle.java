package io.traject.access.security;

import io.traject.access.accounts.Secrets;
import io.traject.kernel.RealTime;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses, over all instances together. Each limit allows a burst and then a pace (a leaky bucket, by the
 * generic cell rate algorithm: one row that says when the attempts so far are worked off). The narrow limit is for an
 * account from one address, so that a stranger who guesses at someone's account from elsewhere does not keep its owner
 * out; the wide ones stop guessing from many addresses or at many accounts.
 */
@Component
public class Throttle {

    private static final Limit ACCOUNT_FROM_ADDRESS = new Limit(10, Duration.ofSeconds(30));
    private static final Limit ADDRESS = new Limit(100, Duration.ofSeconds(2));
    private static final Limit ACCOUNT = new Limit(60, Duration.ofSeconds(5));

    private final JdbcClient database;
    private final RealTime time;

    Throttle(JdbcClient database, RealTime time) {
        this.database = database;
        this.time = time;
    }

    /** So many attempts at once, and one more after each pace. */
    private record Limit(int burst, Duration pace) {}

    private record Count(byte[] key, Limit limit) {}

    /**
     * Counts an attempt before it is made.
     *
     * @param door what is knocked at: {@code page} or {@code token}
     * @param account the name as typed, in lower case
     * @param address of the caller
     * @throws TooManyAttemptsException when the caller must wait; nothing is to be checked then
     */
    public void admit(String door, String account, String address) {
        Instant now = time.now();
        for (Count count : counts(door, account, address)) {
            if (!count(count, now)) {
                throw new TooManyAttemptsException(untilNext(count, now));
            }
        }
    }

    /** Takes an attempt back that turned out to be right. */
    public void forgive(String door, String account, String address) {
        for (Count count : counts(door, account, address)) {
            database.sql("""
                    update access_throttle set worked_off_at = worked_off_at - make_interval(secs => :pace)
                    where key = :key""")
                    .param("key", count.key())
                    .param("pace", count.limit().pace().toSeconds())
                    .update();
        }
    }

    private boolean count(Count count, Instant now) {
        Limit limit = count.limit();
        return database.sql("""
                        insert into access_throttle as t (key, worked_off_at)
                        values (:key, :now + make_interval(secs => :pace))
                        on conflict (key) do update
                        set worked_off_at = greatest(t.worked_off_at, :now) + make_interval(secs => :pace)
                        where greatest(t.worked_off_at, :now) + make_interval(secs => :pace) <= :last""")
                        .param("key", count.key())
                        .param("now", utc(now))
                        .param("pace", limit.pace().toSeconds())
                        .param("last", utc(now.plus(limit.pace().multipliedBy(limit.burst()))))
                        .update()
                == 1;
    }

    private Duration untilNext(Count count, Instant now) {
        Instant full = now.plus(count.limit().pace().multipliedBy(count.limit().burst() - 1L));
        return database.sql("select worked_off_at from access_throttle where key = ?")
                .param(count.key())
                .query(OffsetDateTime.class)
                .optional()
                .map(workedOff -> Duration.between(full, workedOff.toInstant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ofSeconds(1));
    }

    private static List<Count> counts(String door, String account, String address) {
        String network = network(address);
        return List.of(
                count(ACCOUNT_FROM_ADDRESS, "both", door, account, network),
                count(ADDRESS, "address", door, network),
                count(ACCOUNT, "account", door, account));
    }

    /** Names and addresses are personal data: only a hash is kept. */
    private static Count count(Limit limit, String... parts) {
        return new Count(Secrets.hash(String.join("\n", parts)), limit);
    }

    /** Of an IPv6 address its /64, which is what one household or server gets. */
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : address;
        } catch (IllegalArgumentException notLiteral) {
            return address;
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Harmless when several instances do it at once. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void deleteWorkedOff() {
        database.sql("delete from access_throttle where worked_off_at <= ?")
                .param(utc(time.now()))
                .update();
    }
}
