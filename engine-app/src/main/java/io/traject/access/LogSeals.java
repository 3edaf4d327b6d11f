package io.traject.access;

import io.traject.access.audit.Log;
import io.traject.access.audit.SealCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Checks the seals of the audit trail and the access log; for whoever has the database itself, with or without application. */
public final class LogSeals {

    private LogSeals() {}

    /**
     * What was found.
     *
     * @param whole whether everything is as it was sealed
     * @param lines that say so, or what is wrong
     */
    public record Report(boolean whole, List<String> lines) {

        public Report {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Checks both logs.
     *
     * @param kept hashes in hexadecimal that were the newest once, kept elsewhere; each must still be that of a block
     */
    public static Report check(Connection database, List<String> kept) throws SQLException {
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        boolean whole = true;
        List<String> lines = new ArrayList<>();
        for (Log log : Log.values()) {
            SealCheck.Result result = SealCheck.check(database, log);
            whole &= result.finding().isEmpty();
            lines.add(line(result));
        }
        for (String hash : kept) {
            if (!isOfABlock(database, hash)) {
                whole = false;
                lines.add("No block has the hash %s: the latest blocks were replaced".formatted(hash));
            }
        }
        return new Report(whole, lines);
    }

    static String line(SealCheck.Result result) {
        return result.finding()
                .map(finding -> "%s: not as sealed, %s in block %d%s"
                        .formatted(result.log(), finding.fault(), finding.block(), explanation(finding.fault())))
                .orElseGet(() -> "%s: %d lines in %d blocks are as they were sealed; the newest hash is %s"
                        .formatted(result.log(), result.rows(), result.blocks(), result.newestHash()));
    }

    private static String explanation(SealCheck.Fault fault) {
        return switch (fault) {
            case NEWEST_REMOVED ->
                ": a check saw it as the newest, and the latest blocks were removed with their lines since";
            case NEWEST_REPLACED -> ": a check saw another as the newest, and the latest blocks were sealed anew since";
            case ROW_CHANGED, ROW_MISSING, ROW_INSERTED, BLOCK_CHANGED, BLOCK_MISSING, REMOVED_EARLY -> "";
        };
    }

    private static boolean isOfABlock(Connection database, String hash) throws SQLException {
        try (var query =
                database.prepareStatement("select 1 from access_sealed_block where encode(hash, 'hex') = lower(?)")) {
            query.setString(1, hash);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
