package io.traject.access.accounts;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** One-time codes by time (RFC 6238): SHA-1, six digits, steps of 30 seconds, as every authenticator app has them. */
public final class OneTimeCodes {

    public static final int DIGITS = 6;

    private static final int STEP_SECONDS = 30;

    /** The other clock may be a step ahead or behind (RFC 6238, 5.2). */
    private static final int TOLERATED_STEPS = 1;

    private static final DefaultCodeGenerator GENERATOR = new DefaultCodeGenerator();

    private OneTimeCodes() {}

    /** @param secret Base32 */
    public static String codeAt(String secret, Instant time) {
        return code(secret, step(time));
    }

    /** The step for which the code is right, of those tolerated now. */
    public static OptionalLong step(String secret, String code, Instant now) {
        return LongStream.rangeClosed(step(now) - TOLERATED_STEPS, step(now) + TOLERATED_STEPS)
                .filter(step -> equal(code(secret, step), code))
                .findFirst();
    }

    private static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    private static String code(String secret, long step) {
        try {
            return GENERATOR.generate(secret, step);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException("A TOTP secret is unusable", e);
        }
    }

    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
