package io.traject.access.security;

import io.traject.access.accounts.Secrets;
import io.traject.kernel.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Browsers and networks from which an account was signed in to. A browser is known by a secret in a cookie, a network by its
 * address; of both, and of the account, only hashes are kept, and not for ever.
 */
@Component
class Familiar {

    static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient database;
    private final RealTime time;

    Familiar(JdbcClient database, RealTime time) {
        this.database = database;
        this.time = time;
    }

    boolean isDevice(String account, String device) {
        return !device.isEmpty() && knows(key("device", account, device));
    }

    boolean isNetwork(String account, String network) {
        return knows(key("network", account, network));
    }

    void rememberDevice(String account, String device) {
        remember(key("device", account, device), account);
    }

    void rememberNetwork(String account, String network) {
        remember(key("network", account, network), account);
    }

    /** When the account may have been in wrong hands. */
    void forget(String account) {
        database.sql("delete from access_familiar where account = ?")
                .param(Secrets.hash(account))
                .update();
    }

    private boolean knows(byte[] key) {
        return database.sql("select exists (select from access_familiar where key = ? and seen_at > ?)")
                .param(key)
                .param(utc(time.now().minus(KEPT)))
                .query(Boolean.class)
                .single();
    }

    private void remember(byte[] key, String account) {
        database.sql("""
                        insert into access_familiar (key, account, seen_at) values (?, ?, ?)
                        on conflict (key) do update set seen_at = excluded.seen_at""")
                .param(key)
                .param(Secrets.hash(account))
                .param(utc(time.now()))
                .update();
    }

    private static byte[] key(String... parts) {
        return Secrets.hash(String.join("\n", parts));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Harmless when several instances do it at once. */
    @Scheduled(fixedDelayString = "PT24H", initialDelayString = "PT2H")
    void deleteOld() {
        database.sql("delete from access_familiar where seen_at < ?")
                .param(utc(time.now().minus(KEPT)))
                .update();
    }
}
