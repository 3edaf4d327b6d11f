package io.traject.web.api;

import io.traject.kernel.RealTime;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The idempotency keys of the last two days, with the answers given. All within the caller's transaction. */
@Repository
class IdempotencyKeys {

    private static final Duration KEPT = Duration.ofHours(48);

    /** How long a repeat waits for the first request with its key. */
    private static final String PATIENCE = "20s";

    private final JdbcClient database;
    private final RealTime time;

    IdempotencyKeys(JdbcClient database, RealTime time) {
        this.database = database;
        this.time = time;
    }

    /** The answer that a request got. */
    record Answer(
            int status,
            @Nullable String contentType,
            @Nullable String location,
            @Nullable String etag,
            byte[] body) {}

    /** What the key says: do it, or it was done. */
    sealed interface Claim {

        record First() implements Claim {}

        record Answered(Answer answer) implements Claim {}
    }

    private record Kept(byte[] fingerprint, Answer answer) {}

    /**
     * Takes the key. Waits while another transaction has it: the unique key holds this insert until that one ends.
     *
     * @throws RequestProblemException 422 when the key came with another request before; 409 when the other takes too long
     */
    Claim claim(String account, String key, byte[] fingerprint) {
        if (insert(account, key, fingerprint) == 1) {
            return new Claim.First();
        }
        Kept kept = database.sql("""
                        select fingerprint, status, content_type, location, etag, body from access_idempotency_key
                        where account_id = ? and idempotency_key = ?""")
                .params(account, key)
                .query((row, number) -> new Kept(
                        row.getBytes("fingerprint"),
                        new Answer(
                                row.getInt("status"),
                                row.getString("content_type"),
                                row.getString("location"),
                                row.getString("etag"),
                                row.getBytes("body"))))
                .single();
        if (!MessageDigest.isEqual(kept.fingerprint(), fingerprint)) {
            throw new RequestProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
        }
        return new Claim.Answered(kept.answer());
    }

    private int insert(String account, String key, byte[] fingerprint) {
        try {
            lockTimeout(PATIENCE);
            int inserted = database.sql("""
                            insert into access_idempotency_key (account_id, idempotency_key, fingerprint, created_at)
                            values (?, ?, ?, ?) on conflict do nothing""")
                    .params(account, key, fingerprint, time.now().atOffset(ZoneOffset.UTC))
                    .update();
            lockTimeout("0");
            return inserted;
        } catch (PessimisticLockingFailureException e) {
            throw new RequestProblemException(HttpStatus.CONFLICT, "idempotency-key-in-use");
        }
    }

    /** For this transaction. */
    private void lockTimeout(String timeout) {
        database.sql("select set_config('lock_timeout', ?, true)")
                .param(timeout)
                .query(String.class)
                .single();
    }

    void keep(String account, String key, Answer answer) {
        database.sql("""
                update access_idempotency_key set status = ?, content_type = ?, location = ?, etag = ?, body = ?
                where account_id = ? and idempotency_key = ?""")
                .param(answer.status())
                .param(answer.contentType())
                .param(answer.location())
                .param(answer.etag())
                .param(answer.body())
                .param(account)
                .param(key)
                .update();
    }

    /** Harmless when several instances do it at once. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void deleteOld() {
        database.sql("delete from access_idempotency_key where created_at < ?")
                .param(time.now().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }
}
