package io.traject.cases;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret in a resident's link: 100 bits in four groups of five characters, without those that look alike on paper
 * (Crockford's base 32), such as {@code k7qx4-m2p9t-rdw3z-n8hvb}.
 */
record SupplyCode(String value) {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS_OF_CHARACTER = 5;
    private static final int LENGTH = 20;
    private static final int GROUP = 5;
    private static final Pattern WHOLE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");

    /** Always the same for a case and a key, so that a reminder carries the link of the invitation. */
    static SupplyCode of(UUID caseId, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] bytes = mac.doFinal(("supply-link 1 " + caseId).getBytes(StandardCharsets.US_ASCII));
            var code = new StringBuilder();
            for (int i = 0; i < LENGTH; i++) {
                code.append(ALPHABET.charAt(bits(bytes, i * BITS_OF_CHARACTER)));
            }
            return new SupplyCode(code.toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }

    private static int bits(byte[] bytes, int from) {
        int two = (bytes[from / 8] & 0xff) << 8 | (bytes[from / 8 + 1] & 0xff);
        return two >> (16 - BITS_OF_CHARACTER - from % 8) & (ALPHABET.length() - 1);
    }

    /** As somebody may have typed it from paper; empty for what can't be a code. */
    static Optional<SupplyCode> parse(String typed) {
        String code = typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        return WHOLE.matcher(code).matches() ? Optional.of(new SupplyCode(code)) : Optional.empty();
    }

    /** What is stored of it: a copy of the database holds no usable link. Looked up by this, so in no time that tells. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** {@code k7qx4-m2p9t-rdw3z-n8hvb}. */
    String grouped() {
        return value.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    @Override
    public String toString() {
        return "SupplyCode[…]";
    }
}
