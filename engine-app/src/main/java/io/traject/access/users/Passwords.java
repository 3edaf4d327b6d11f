package io.traject.access.users;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept, and the making of first ones; what a chosen one must be, {@link PasswordRules} say. */
public final class Passwords {

    /** In UTF-8 bytes: bcrypt reads no further. */
    public static final int MAXIMUM_BYTES = 72;

    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int GENERATED_LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Some 0.3 s on a server of 2025. */
    private static final int BCRYPT_STRENGTH = 12;

    private Passwords() {}

    /** How passwords are kept; the name of the way stands with each, so that it may change. */
    public static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(BCRYPT_STRENGTH)));
    }

    static boolean tooLong(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length > MAXIMUM_BYTES;
    }

    /** A password of 115 bits, without look-alikes. */
    public static String generate() {
        return RANDOM.ints(GENERATED_LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
