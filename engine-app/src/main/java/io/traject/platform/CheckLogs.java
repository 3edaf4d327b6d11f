package io.traject.platform;

import io.traject.access.audit.Log;
import io.traject.access.audit.SealCheck;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Checks the seals of the audit trail and the access log with nothing but the database. */
final class CheckLogs {

    private CheckLogs() {}

    /**
     * Checks both logs.
     *
     * @param kept hashes in hexadecimal that were the newest once, kept elsewhere; each must still be in one of the logs
     * @return what to tell
     * @throws PlatformFailure with the first thing that is wrong
     */
    static String check(String url, String role, String password, List<String> kept) {
        try (Connection database = DriverManager.getConnection(url, role, password)) {
            database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            List<String> told = new ArrayList<>();
            for (Log log : Log.values()) {
                told.add(check(database, log));
            }
            for (String hash : kept) {
                if (!isIn(database, hash)) {
                    throw new PlatformFailure(
                            "No block of the logs has the hash %s: the latest blocks were replaced.".formatted(hash));
                }
            }
            return String.join(System.lineSeparator(), told);
        } catch (SQLException e) {
            throw new PlatformFailure("The logs could not be checked: " + e.getMessage(), e);
        }
    }

    private static String check(Connection database, Log log) throws SQLException {
        SealCheck.Result result = SealCheck.check(database, log);
        result.finding().ifPresent(finding -> {
            throw new PlatformFailure(
                    "%s: not as sealed, %s in block %d.".formatted(log, finding.fault(), finding.block()));
        });
        return "%s: %d lines in %d blocks are as they were sealed; the newest hash is %s"
                .formatted(log, result.rows(), result.blocks(), result.newestHash());
    }

    /** After the chains have been checked, so that the hashes are those of the lines. */
    private static boolean isIn(Connection database, String hash) throws SQLException {
        try (var query = database.prepareStatement("select 1 from access_sealed_block where hash = decode(?, 'hex')")) {
            query.setString(1, hash);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }
}
