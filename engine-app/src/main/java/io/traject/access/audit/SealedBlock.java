package io.traject.access.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The seal on some rows of a log. Its hash goes over the hash of the block before it, so that who changes one must change
 * all that follow, and the newest is known elsewhere.
 *
 * @param number from 1, without gaps
 * @param firstAt when the oldest of its rows was written
 * @param rowsHash of its rows in the order of their ids, each followed by a line feed
 * @param removedAt when its rows were removed because they were old enough
 */
record SealedBlock(
        Log log,
        long number,
        int rows,
        Instant firstAt,
        Instant lastAt,
        Instant sealedAt,
        byte[] previousHash,
        byte[] rowsHash,
        byte[] hash,
        Optional<Instant> removedAt) {

    private static final int HASH_BYTES = 32;

    /** Before the first block. */
    static byte[] nothing() {
        return new byte[HASH_BYTES];
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** What the hash of such a block is: of one line of text with everything in it but the removal. */
    byte[] computedHash() {
        String line = String.join(
                "|",
                log.name(),
                Long.toString(number),
                Integer.toString(rows),
                microseconds(firstAt),
                microseconds(lastAt),
                microseconds(sealedAt),
                HexFormat.of().formatHex(previousHash),
                HexFormat.of().formatHex(rowsHash));
        return digest().digest(line.getBytes(StandardCharsets.UTF_8));
    }

    SealedBlock sealed() {
        return new SealedBlock(
                log, number, rows, firstAt, lastAt, sealedAt, previousHash, rowsHash, computedHash(), removedAt);
    }

    private static String microseconds(Instant instant) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }
}
