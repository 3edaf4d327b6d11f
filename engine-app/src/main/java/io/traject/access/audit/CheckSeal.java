package io.traject.access.audit;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.access.audit.SealCheck.Fault;
import io.traject.access.audit.SealCheck.Finding;
import io.traject.access.audit.SealCheck.Result;
import io.traject.kernel.Ids;
import io.traject.kernel.RealTime;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks the seals of both logs and remembers what was found. */
@Service
public class CheckSeal {

    private static final Logger log = LoggerFactory.getLogger(CheckSeal.class);

    private final JdbcTemplate jdbc;
    private final JdbcClient database;
    private final SealLogs sealLogs;
    private final Authorization authorization;
    private final RealTime time;
    private final TransactionTemplate oneSnapshot;

    CheckSeal(
            JdbcTemplate jdbc,
            JdbcClient database,
            SealLogs sealLogs,
            Authorization authorization,
            RealTime time,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.database = database;
        this.sealLogs = sealLogs;
        this.authorization = authorization;
        this.time = time;
        this.oneSnapshot = new TransactionTemplate(transactions);
        this.oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneSnapshot.setReadOnly(true);
    }

    /**
     * What a log's latest check found.
     *
     * @param newestHash of its newest block then, in hexadecimal
     */
    public record Checked(Log log, Instant at, long blocks, long rows, String newestHash, Optional<Finding> finding) {

        public boolean isWhole() {
            return finding.isEmpty();
        }
    }

    /**
     * A log as it is sealed now.
     *
     * @param newest number of the newest block; 0 when there is none
     * @param hash of that block, in hexadecimal
     * @param sealedAt when
     * @param waiting rows that are not yet sealed
     * @param oldestWaiting when the oldest of them was written
     */
    public record Seal(
            Log log,
            long newest,
            String hash,
            Optional<Instant> sealedAt,
            long waiting,
            Optional<Instant> oldestWaiting,
            Optional<Checked> checked) {}

    /** Both logs, for who may read them. */
    public List<Seal> seals() {
        authorization.require(Permission.AUDIT_READ);
        return Arrays.stream(Log.values()).map(this::seal).toList();
    }

    /** Seals what is waiting and checks, for who may read the logs. */
    public List<Checked> checkNow() {
        authorization.require(Permission.AUDIT_READ);
        return checkAll();
    }

    List<Checked> checkAll() {
        return Arrays.stream(Log.values()).map(this::check).toList();
    }

    private Checked check(Log which) {
        sealLogs.sealAll();
        Result result = Objects.requireNonNull(oneSnapshot.execute(
                status -> jdbc.execute((ConnectionCallback<Result>) connection -> SealCheck.check(connection, which))));
        result.finding()
                .ifPresent(finding -> log.error(
                        "The log {} is not as it was sealed: {} in block {}", which, finding.fault(), finding.block()));
        database.sql("""
                        insert into access_seal_check (id, log, checked_at, blocks, rows, newest, finding, block)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(1, Ids.next())
                .param(2, which.name())
                .param(3, time.now().atOffset(ZoneOffset.UTC))
                .param(4, result.blocks())
                .param(5, result.rows())
                .param(6, HexFormat.of().parseHex(result.newestHash()))
                .param(
                        7,
                        result.finding().map(finding -> finding.fault().name()).orElse(null))
                .param(8, result.finding().map(Finding::block).orElse(null))
                .update();
        return latest(which).orElseThrow();
    }

    private Seal seal(Log which) {
        record Newest(long number, byte[] hash, Instant at) {}
        record Waiting(long rows, @Nullable OffsetDateTime oldest) {}
        Optional<Newest> newest = database.sql("""
                        select number, hash, sealed_at from access_sealed_block where log = ?
                        order by number desc limit 1
                        """)
                .param(which.name())
                .query((row, n) -> new Newest(
                        row.getLong(1),
                        row.getBytes(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()))
                .optional();
        Waiting waiting = database.sql("select count(*), min(at) from " + which.table() + " where block is null")
                .query((row, n) -> new Waiting(row.getLong(1), row.getObject(2, OffsetDateTime.class)))
                .single();
        return new Seal(
                which,
                newest.map(Newest::number).orElse(0L),
                HexFormat.of().formatHex(newest.map(Newest::hash).orElseGet(SealedBlock::nothing)),
                newest.map(Newest::at),
                waiting.rows(),
                Optional.ofNullable(waiting.oldest()).map(OffsetDateTime::toInstant),
                latest(which));
    }

    /** When the first block of a log was sealed. */
    Optional<Instant> begun(Log which) {
        return database.sql("select sealed_at from access_sealed_block where log = ? and number = 1")
                .param(which.name())
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    /** The latest check of a log. */
    Optional<Checked> latest(Log which) {
        return database.sql("""
                        select checked_at, blocks, rows, newest, finding, block from access_seal_check where log = ?
                        order by checked_at desc limit 1
                        """)
                .param(which.name())
                .query((row, n) -> {
                    String fault = row.getString("finding");
                    return new Checked(
                            which,
                            row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                            row.getLong("blocks"),
                            row.getLong("rows"),
                            HexFormat.of().formatHex(row.getBytes("newest")),
                            fault == null
                                    ? Optional.empty()
                                    : Optional.of(new Finding(Fault.valueOf(fault), row.getLong("block"))));
                })
                .optional();
    }
}
