package io.traject.access.audit;

import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import io.traject.kernel.RealTime;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes the rows of whole blocks that are older than they are kept, the oldest block first. The seals stay: the chain can
 * still be followed from its beginning.
 */
@Component
class ForgetOldEntries {

    private final JdbcClient database;
    private final AuditTrail auditTrail;
    private final RealTime time;
    private final TransactionTemplate transaction;
    private final Period kept;

    /** @throws IllegalArgumentException when they would be kept for less than five years */
    ForgetOldEntries(
            JdbcClient database,
            AuditTrail auditTrail,
            RealTime time,
            TransactionTemplate transaction,
            @Value("${traject.retention.audit:5y}") Period kept) {
        Instant now = time.now();
        if (before(now, kept).isAfter(before(now, SealCheck.LEAST_KEPT))) {
            throw new IllegalArgumentException("traject.retention.audit: logs are kept for five years at least");
        }
        this.database = database;
        this.auditTrail = auditTrail;
        this.time = time;
        this.transaction = transaction;
        this.kept = kept;
    }

    private record Oldest(long number, int rows) {}

    /** @return how many blocks were emptied */
    int forget() {
        return Arrays.stream(Log.values()).mapToInt(this::forget).sum();
    }

    private int forget(Log log) {
        int emptied = 0;
        while (Boolean.TRUE.equals(transaction.execute(status -> emptyOldest(log)))) {
            emptied++;
        }
        return emptied;
    }

    private boolean emptyOldest(Log log) {
        Optional<Oldest> old = oldest(log);
        old.ifPresent(block -> {
            database.sql("update access_sealed_block set removed_at = ? where log = ? and number = ?")
                    .params(time.now().atOffset(ZoneOffset.UTC), log.name(), block.number())
                    .update();
            database.sql("delete from " + log.table() + " where block = ?")
                    .param(block.number())
                    .update();
            auditTrail.record(
                    Change.of(AuditedObject.ofInstallation("sealed-block", AuditedObject.INSTALLATION), Change.REMOVED)
                            .with("log", log, null)
                            .with("block", block.number(), null)
                            .with("rows", block.rows(), null));
        });
        return old.isPresent();
    }

    private Optional<Oldest> oldest(Log log) {
        return database.sql("""
                        select number, rows from access_sealed_block
                        where log = ? and removed_at is null and last_at < ? order by last_at limit 1 for update
                        """)
                .params(log.name(), before(time.now(), kept).atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Oldest(row.getLong("number"), row.getInt("rows")))
                .optional();
    }

    private static Instant before(Instant now, Period ago) {
        return now.atOffset(ZoneOffset.UTC).minus(ago).toInstant();
    }
}
