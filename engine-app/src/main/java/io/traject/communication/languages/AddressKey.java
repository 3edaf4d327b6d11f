package io.traject.communication.languages;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * What stands for an e-mail address in the register and in links: a keyed hash, so that neither tells whom the
 * installation writes to. The same for all ways to write an address ({@code A@Example.nl}, {@code a@example.nl}).
 */
public final class AddressKey {

    static final int LENGTH = 16;

    private final byte[] bytes;

    AddressKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A key of an address has %d bytes".formatted(LENGTH));
        }
        this.bytes = bytes.clone();
    }

    byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
