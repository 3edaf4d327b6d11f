package io.traject.processes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A model as it is deployed.
 *
 * @param processId id of the process
 * @param resourceName name under which the engine keeps it
 * @param xml the whole file
 */
public record ProcessModel(String processId, String resourceName, String xml) {

    /** SHA-256 of the UTF-8 bytes in lower-case hexadecimal: changes whenever the file does. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(xml.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
