package io.traject.communication;

import io.traject.kernel.EmailAddress;

/** What changes when something is sent again. */
public sealed interface Correction {

    /** Nothing: the same way to the same address. */
    record None() implements Correction {}

    /** A mail to another address. */
    record Email(EmailAddress to) implements Correction {}

    /** A letter to another address. */
    record Address(PostalAddress to) implements Correction {}

    /** An invitation by letter in place of a mail. */
    record LetterInstead() implements Correction {}
}
