package io.traject.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Makes identifiers: UUID version 7 (RFC 9562), so that rows made together lie together in an index. */
public final class Ids {

    private static final int MILLIS_BITS = 48;
    private static final long VERSION = 0x7000L;
    private static final long RANDOM_A = 0x0FFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long RANDOM_B = 0x3FFF_FFFF_FFFF_FFFFL;

    private Ids() {}

    public static UUID next() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    /** The one id of what happens once: the same moment and name always make the same. It lies among those made at the moment. */
    public static UUID derived(Instant moment, String name) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(name));
        return new UUID(
                millis(moment) | VERSION | (digest.getLong() & RANDOM_A), VARIANT | (digest.getLong() & RANDOM_B));
    }

    /** Those that were made before the moment are less, in the order of PostgreSQL; the others are not. */
    public static UUID lowestOf(Instant moment) {
        return new UUID(millis(moment) | VERSION, VARIANT);
    }

    private static long millis(Instant moment) {
        return moment.toEpochMilli() << (Long.SIZE - MILLIS_BITS);
    }

    private static byte[] sha256(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
