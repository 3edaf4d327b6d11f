package io.traject.communication.languages;

import io.traject.kernel.EmailAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes in the links "change the language" of mails. A code holds the key of the address (16 bytes), its last day
 * (4) and a signature of both (16), in Base64 for URLs: nothing need be kept for it, nobody can make one, and it says
 * nothing about anyone. It works more than once; all that can be done with it is choosing a language.
 */
final class LanguageLinks {

    static final Duration VALID = Duration.ofDays(90);

    private static final int SIGNED = AddressKey.LENGTH + Integer.BYTES;
    private static final int LENGTH = SIGNED + 16;

    private final SecretKeySpec secret;

    LanguageLinks(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    AddressKey keyOf(EmailAddress address) {
        String normalised = address.ascii().toLowerCase(Locale.ROOT);
        byte[] hash = hash("mail-address 1 ", normalised.getBytes(StandardCharsets.US_ASCII));
        return new AddressKey(Arrays.copyOf(hash, AddressKey.LENGTH));
    }

    /** A code that works until {@link #VALID} has passed; the same for all mails of a day. */
    String code(AddressKey address, Instant now) {
        byte[] signed = ByteBuffer.allocate(SIGNED)
                .put(address.bytes())
                .putInt((int) day(now.plus(VALID)))
                .array();
        byte[] code = ByteBuffer.allocate(LENGTH)
                .put(signed)
                .put(signature(signed), 0, LENGTH - SIGNED)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    }

    /** Whose language a code may change; empty when it was not made here, was changed, or has expired. */
    Optional<AddressKey> open(String code, Instant now) {
        return decoded(code).filter(this::isGenuine).map(ByteBuffer::wrap).flatMap(genuine -> {
            byte[] address = new byte[AddressKey.LENGTH];
            genuine.get(address);
            return genuine.getInt() < day(now) ? Optional.empty() : Optional.of(new AddressKey(address));
        });
    }

    private static long day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toEpochDay();
    }

    private boolean isGenuine(byte[] code) {
        byte[] expected = Arrays.copyOf(signature(Arrays.copyOf(code, SIGNED)), LENGTH - SIGNED);
        return MessageDigest.isEqual(expected, Arrays.copyOfRange(code, SIGNED, LENGTH));
    }

    private static Optional<byte[]> decoded(String code) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(code)).filter(bytes -> bytes.length == LENGTH);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] signature(byte[] signed) {
        return hash("mail-language 1 ", signed);
    }

    private byte[] hash(String purpose, byte[] content) {
        try {
            Mac mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }
}
