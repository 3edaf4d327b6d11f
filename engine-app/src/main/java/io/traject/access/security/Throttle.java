package io.traject.access.security;

import io.traject.access.accounts.Secrets;
import io.traject.kernel.RealTime;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses, over all instances together, and nobody else (ADR 110). Each limit allows a burst and then a pace
 * (a leaky bucket, by the generic cell rate algorithm: one row that says when the attempts so far are worked off).
 *
 * <p>A browser that the account was signed in with before has a limit of its own, so that no stranger uses it up. For all
 * others, the narrow limit is for an account from one address; the wide ones stop guessing at many accounts from one
 * address, and at one account from many. The last one does not hold for a network from which the account was signed in to.
 */
@Component
public class Throttle {

    /** The second step of signing in: six digits must not be guessed by who has the password. */
    static final String CODE = "code";

    /** Mails with links to choose a password. */
    public static final String FORGOTTEN_PASSWORD = "forgotten-password";

    private static final Limit FAMILIAR_DEVICE = new Limit(10, Duration.ofSeconds(30));
    private static final Limit ACCOUNT_FROM_ADDRESS = new Limit(10, Duration.ofSeconds(30));
    private static final Limit ADDRESS = new Limit(100, Duration.ofSeconds(2));
    private static final Limit ACCOUNT = new Limit(60, Duration.ofSeconds(5));
    private static final Limit ACCOUNT_SPARINGLY = new Limit(10, Duration.ofMinutes(10));

    private final JdbcClient database;
    private final Familiar familiar;
    private final RealTime time;

    Throttle(JdbcClient database, Familiar familiar, RealTime time) {
        this.database = database;
        this.familiar = familiar;
        this.time = time;
    }

    /** So many attempts at once, and one more after each pace. */
    private record Limit(int burst, Duration pace) {}

    private record Count(byte[] key, Limit limit) {}

    /** {@link #admit(String, String, String, String)} for who has no browser. */
    public void admit(String door, String account, String address) {
        admit(door, account, address, "");
    }

    /**
     * Counts an attempt before it is made.
     *
     * @param door what is knocked at, such as {@code page} or {@code token}
     * @param account the name as typed, in lower case
     * @param address of the caller
     * @param device the secret of the browser's cookie; empty for none
     * @throws TooManyAttemptsException when the caller must wait; nothing is to be checked then
     */
    public void admit(String door, String account, String address, String device) {
        Instant now = time.now();
        for (Count count : counts(door, account, address, device)) {
            if (!count(count, now)) {
                throw new TooManyAttemptsException(untilNext(count, now));
            }
        }
    }

    /** {@link #forgive(String, String, String, String)} for who has no browser. */
    public void forgive(String door, String account, String address) {
        forgive(door, account, address, "");
    }

    /** Takes an attempt back that turned out to be right. */
    void forgive(String door, String account, String address, String device) {
        for (Count count : counts(door, account, address, device)) {
            database.sql("""
                    update access_throttle set worked_off_at = worked_off_at - make_interval(secs => :pace)
                    where key = :key""")
                    .param("key", count.key())
                    .param("pace", count.limit().pace().toSeconds())
                    .update();
        }
    }

    /** The account was signed in to: this browser and this network are familiar from now on. */
    public void signedIn(String account, String address, String device) {
        familiar.rememberDevice(account, device);
        signedIn(account, address);
    }

    /** The account was signed in to by who has no browser: this network is familiar from now on. */
    public void signedIn(String account, String address) {
        familiar.rememberNetwork(account, network(address));
    }

    /** The account may have been in wrong hands: nothing is familiar any more. */
    public void forget(String account) {
        familiar.forget(account);
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

    private List<Count> counts(String door, String account, String address, String device) {
        if (familiar.isDevice(account, device)) {
            return List.of(count(FAMILIAR_DEVICE, "device", door, account, device));
        }
        String network = network(address);
        List<Count> counts = new ArrayList<>();
        counts.add(count(ACCOUNT_FROM_ADDRESS, "both", door, account, network));
        counts.add(count(ADDRESS, "address", door, network));
        if (door.equals(CODE) || door.equals(FORGOTTEN_PASSWORD)) {
            counts.add(count(ACCOUNT_SPARINGLY, "account", door, account));
        } else if (!familiar.isNetwork(account, network)) {
            counts.add(count(ACCOUNT, "account", door, account));
        }
        return counts;
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
