package io.traject.access.audit;

import io.traject.kernel.RealTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts rows of a log that have been committed into a sealed block. Which rows those are does not depend on their ids or
 * times: a row that is committed late is simply not there yet, and goes into a later block.
 */
@Component
class SealLogs {

    static final int MOST_ROWS = 10_000;

    private final JdbcClient database;
    private final RealTime time;
    private final TransactionTemplate transaction;

    SealLogs(JdbcClient database, RealTime time, TransactionTemplate transaction) {
        this.database = database;
        this.time = time;
        this.transaction = transaction;
    }

    private record Row(UUID id, Instant at, String canonical) {}

    private record Last(long number, byte[] hash) {}

    /** Seals all that has been committed. */
    void sealAll() {
        for (Log log : Log.values()) {
            int sealed;
            do {
                sealed = seal(log);
            } while (sealed == MOST_ROWS);
        }
    }

    /**
     * Seals the oldest rows that are not yet sealed. Who comes second at the same time waits and finds what is left.
     *
     * @return how many rows; {@link #MOST_ROWS} when there may be more
     */
    int seal(Log log) {
        return Objects.requireNonNull(transaction.execute(status -> sealOldest(log)));
    }

    private int sealOldest(Log log) {
        database.sql("select pg_advisory_xact_lock(hashtext('traject.seal'), ?)")
                .param(log.ordinal())
                .query((row, n) -> true)
                .single();
        List<Row> rows = unsealed(log);
        if (!rows.isEmpty()) {
            SealedBlock block = block(log, rows);
            insert(block);
            int marked = database.sql("update " + log.table() + " set block = ? where id = any(?) and block is null")
                    .param(block.number())
                    .param(rows.stream().map(Row::id).toArray(UUID[]::new))
                    .update();
            if (marked != rows.size()) {
                throw new IllegalStateException("Rows of " + log + " went missing while they were sealed");
            }
        }
        return rows.size();
    }

    private List<Row> unsealed(Log log) {
        return database.sql("select id, at, %s as canonical from %s where block is null order by id limit %d"
                        .formatted(log.canonical(), log.table(), MOST_ROWS))
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("canonical")))
                .list();
    }

    private SealedBlock block(Log log, List<Row> rows) {
        Optional<Last> last = database.sql(
                        "select number, hash from access_sealed_block where log = ? order by number desc limit 1")
                .param(log.name())
                .query((row, n) -> new Last(row.getLong("number"), row.getBytes("hash")))
                .optional();
        MessageDigest digest = SealedBlock.digest();
        rows.forEach(row -> digest.update((row.canonical() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new SealedBlock(
                        log,
                        last.map(Last::number).orElse(0L) + 1,
                        rows.size(),
                        rows.stream().map(Row::at).min(Instant::compareTo).orElseThrow(),
                        rows.stream().map(Row::at).max(Instant::compareTo).orElseThrow(),
                        time.now().truncatedTo(ChronoUnit.MICROS),
                        last.map(Last::hash).orElseGet(SealedBlock::nothing),
                        digest.digest(),
                        SealedBlock.nothing(),
                        Optional.empty())
                .sealed();
    }

    private void insert(SealedBlock block) {
        database.sql("""
                        insert into access_sealed_block (log, number, rows, first_at, last_at, sealed_at, previous_hash,
                            rows_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        block.log().name(),
                        block.number(),
                        block.rows(),
                        block.firstAt().atOffset(ZoneOffset.UTC),
                        block.lastAt().atOffset(ZoneOffset.UTC),
                        block.sealedAt().atOffset(ZoneOffset.UTC),
                        block.previousHash(),
                        block.rowsHash(),
                        block.hash())
                .update();
    }
}
