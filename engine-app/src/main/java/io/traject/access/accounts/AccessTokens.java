package io.traject.access.accounts;

import io.traject.kernel.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The access tokens that are in use; every instance of the application sees the same. */
@Repository
public class AccessTokens {

    /** How long an access token works. */
    public static final Duration LIFETIME = Duration.ofHours(1);

    private final JdbcClient database;
    private final RealTime time;

    AccessTokens(JdbcClient database, RealTime time) {
        this.database = database;
        this.time = time;
    }

    String issue(UUID apiAccount) {
        String token = Secrets.token();
        Instant now = time.now();
        database.sql("insert into access_token (token_hash, api_account_id, issued_at, expires_at) values (?, ?, ?, ?)")
                .params(
                        Secrets.hash(token),
                        apiAccount,
                        now.atOffset(ZoneOffset.UTC),
                        now.plus(LIFETIME).atOffset(ZoneOffset.UTC))
                .update();
        return token;
    }

    /** The API account that the token stands for; empty when it is unknown, expired or revoked. */
    public Optional<UUID> accountOf(String token) {
        return database.sql("select api_account_id from access_token where token_hash = ? and expires_at > ?")
                .params(Secrets.hash(token), time.now().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    void revokeAll(UUID apiAccount) {
        database.sql("delete from access_token where api_account_id = ?")
                .param(apiAccount)
                .update();
    }

    /** Harmless when several instances do it at once. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void deleteExpired() {
        database.sql("delete from access_token where expires_at <= ?")
                .param(time.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
