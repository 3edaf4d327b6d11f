package io.traject.access.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Computes every seal of a log anew and compares. Reads only, and in one snapshot of the database, so that it can be done
 * while the log is written, and by whoever has nothing but the database.
 */
public final class SealCheck {

    /** The least that logs are kept: rows removed earlier were not removed by the application. */
    static final Period LEAST_KEPT = Period.ofYears(5);

    private static final int FETCHED_AT_ONCE = 2_000;

    private SealCheck() {}

    /** What is wrong with a block. */
    public enum Fault {
        /** It has as many rows as were sealed, but not the same. */
        ROW_CHANGED,
        ROW_MISSING,
        ROW_INSERTED,
        /** What is known of the block itself was changed. */
        BLOCK_CHANGED,
        /** The block isn't there. */
        BLOCK_MISSING,
        /** Its rows were removed before their time. */
        REMOVED_EARLY,
        /** It was the newest when an earlier check saw it, and isn't there: the latest were removed with their rows. */
        NEWEST_REMOVED,
        /** It was the newest when an earlier check saw it, and another stands there now. */
        NEWEST_REPLACED
    }

    /**
     * The first thing that is wrong.
     *
     * @param block its number
     */
    public record Finding(Fault fault, long block) {}

    /**
     * How a log was found.
     *
     * @param blocks that were checked, up to the finding
     * @param rows in them
     * @param newest the number of the newest block; 0 when there is none
     * @param newestHash in hexadecimal; all zeros when there is none
     * @param finding empty when everything is as it was sealed
     */
    public record Result(Log log, long blocks, long rows, long newest, String newestHash, Optional<Finding> finding) {}

    /** What the rows of a block are now. */
    private record Rows(int count, byte[] hash) {}

    /** Checks the whole log, and that the newest blocks of earlier checks are still in it. */
    public static Result check(Connection database, Log log) throws SQLException {
        boolean committing = database.getAutoCommit();
        database.setAutoCommit(false);
        try {
            return new Walk(log).through(database);
        } finally {
            database.setAutoCommit(committing);
        }
    }

    private static final class Walk {

        private final Log log;
        private long blocks;
        private long rows;
        private byte[] hash = SealedBlock.nothing();

        Walk(Log log) {
            this.log = log;
        }

        Result through(Connection database) throws SQLException {
            try (var seals = database.prepareStatement(
                            "select * from access_sealed_block where log = ? order by number");
                    var content = database.prepareStatement(
                            "select block, %s from %s where block is not null order by block, id"
                                    .formatted(log.canonical(), log.table()))) {
                seals.setString(1, log.name());
                seals.setFetchSize(FETCHED_AT_ONCE);
                content.setFetchSize(FETCHED_AT_ONCE);
                try (var seal = seals.executeQuery();
                        var lines = new Lines(content)) {
                    Optional<Finding> finding = first(seal, lines);
                    if (finding.isEmpty()) {
                        finding = seenBefore(database);
                    }
                    return new Result(log, blocks, rows, blocks, HexFormat.of().formatHex(hash), finding);
                }
            }
        }

        private Optional<Finding> first(ResultSet seals, Lines lines) throws SQLException {
            while (seals.next()) {
                SealedBlock block = block(seals);
                Optional<Finding> finding = look(block, lines);
                if (finding.isPresent()) {
                    return finding;
                }
                blocks = block.number();
                rows += block.rows();
                hash = block.hash();
            }
            return lines.block() == Lines.NONE
                    ? Optional.empty()
                    : Optional.of(new Finding(Fault.ROW_INSERTED, lines.block()));
        }

        /** The first block that an earlier check saw and this one doesn't. */
        private Optional<Finding> seenBefore(Connection database) throws SQLException {
            try (var query = database.prepareStatement("""
                    select seen.blocks, block.number is null as removed from access_seal_check seen
                    left join access_sealed_block block on block.log = seen.log and block.number = seen.blocks
                    where seen.log = ? and seen.blocks > 0 and block.hash is distinct from seen.newest
                    order by seen.blocks limit 1""")) {
                query.setString(1, log.name());
                try (var lost = query.executeQuery()) {
                    return lost.next()
                            ? Optional.of(new Finding(
                                    lost.getBoolean("removed") ? Fault.NEWEST_REMOVED : Fault.NEWEST_REPLACED,
                                    lost.getLong("blocks")))
                            : Optional.empty();
                }
            }
        }

        private Optional<Finding> look(SealedBlock block, Lines lines) throws SQLException {
            long expected = blocks + 1;
            if (lines.block() < expected && lines.block() != Lines.NONE) {
                return Optional.of(new Finding(Fault.ROW_INSERTED, lines.block()));
            }
            if (block.number() != expected) {
                return Optional.of(new Finding(Fault.BLOCK_MISSING, expected));
            }
            if (!Arrays.equals(block.previousHash(), hash) || !Arrays.equals(block.hash(), block.computedHash())) {
                return Optional.of(new Finding(Fault.BLOCK_CHANGED, expected));
            }
            Rows found = lines.of(expected);
            return fault(block, found).map(fault -> new Finding(fault, expected));
        }

        private static Optional<Fault> fault(SealedBlock block, Rows found) {
            int count = block.removedAt().isPresent() ? 0 : block.rows();
            if (found.count() != count) {
                return Optional.of(found.count() < count ? Fault.ROW_MISSING : Fault.ROW_INSERTED);
            }
            if (block.removedAt().isPresent()) {
                return block.removedAt().get().isBefore(keptUntil(block))
                        ? Optional.of(Fault.REMOVED_EARLY)
                        : Optional.empty();
            }
            return Arrays.equals(found.hash(), block.rowsHash()) ? Optional.empty() : Optional.of(Fault.ROW_CHANGED);
        }

        private static Instant keptUntil(SealedBlock block) {
            return block.lastAt().atOffset(ZoneOffset.UTC).plus(LEAST_KEPT).toInstant();
        }

        private SealedBlock block(ResultSet row) throws SQLException {
            return new SealedBlock(
                    log,
                    row.getLong("number"),
                    row.getInt("rows"),
                    instant(row, "first_at").orElseThrow(),
                    instant(row, "last_at").orElseThrow(),
                    instant(row, "sealed_at").orElseThrow(),
                    row.getBytes("previous_hash"),
                    row.getBytes("rows_hash"),
                    row.getBytes("hash"),
                    instant(row, "removed_at"));
        }

        private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
            return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant);
        }
    }

    /** The rows of a log in the order of their blocks. */
    private static final class Lines implements AutoCloseable {

        static final long NONE = Long.MAX_VALUE;

        private final ResultSet lines;
        private long block;

        Lines(PreparedStatement content) throws SQLException {
            lines = content.executeQuery();
            advance();
        }

        /** Of the next row; {@link #NONE} when there are no more. */
        long block() {
            return block;
        }

        /** Reads the rows of the block, if it is the next. */
        Rows of(long number) throws SQLException {
            MessageDigest digest = SealedBlock.digest();
            int count = 0;
            while (block == number) {
                digest.update((lines.getString(2) + "\n").getBytes(StandardCharsets.UTF_8));
                count++;
                advance();
            }
            return new Rows(count, digest.digest());
        }

        private void advance() throws SQLException {
            block = lines.next() ? lines.getLong(1) : NONE;
        }

        @Override
        public void close() throws SQLException {
            lines.close();
        }
    }
}
