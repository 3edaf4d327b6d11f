package io.traject.communication;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** A letter as it is filed: with a name that says nothing about anyone, and a fingerprint. */
record LetterDocument(UUID communicationId, String fileName, byte[] pdf, byte[] sha256) {

    static LetterDocument of(UUID communicationId, String reference, RenderedLetter letter) {
        return new LetterDocument(communicationId, FileNames.ofLetter(reference), letter.pdf(), sha256(letter.pdf()));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
