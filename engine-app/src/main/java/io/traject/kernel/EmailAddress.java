package io.traject.kernel;

import java.net.IDN;
import java.util.Optional;

/**
 * An e-mail address that a mail server can be expected to take: the dot-atom form of RFC 5322 with a domain of at least
 * two labels, which may be international. No quotes, comments, address literals or line breaks; {@link #toString()} is
 * masked.
 *
 * @param value at most 254 characters, as it was typed
 */
public record EmailAddress(String value) {

    public static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_LENGTH = 64;
    private static final int MAX_LABEL_LENGTH = 63;
    private static final String ATOM_MARKS = "!#$%&'*+/=?^_`{|}~-";

    /** @throws IllegalArgumentException unless the value is an address */
    public EmailAddress {
        if (!isAddress(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    public static Optional<EmailAddress> parse(String text) {
        return isAddress(text) ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    /** The address as SMTP wants it: an international domain in its ASCII form. */
    public String ascii() {
        int at = value.lastIndexOf('@');
        return value.substring(0, at + 1) + asciiDomain(value.substring(at + 1)).orElseThrow();
    }

    private static boolean isAddress(String text) {
        int at = text.lastIndexOf('@');
        return text.length() <= MAX_LENGTH
                && at > 0
                && at <= MAX_LOCAL_LENGTH
                && isDotAtom(text.substring(0, at))
                && asciiDomain(text.substring(at + 1))
                        .filter(domain -> at + 1 + domain.length() <= MAX_LENGTH)
                        .isPresent();
    }

    private static boolean isDotAtom(String local) {
        boolean afterDot = true;
        for (int i = 0; i < local.length(); i++) {
            char character = local.charAt(i);
            boolean dot = character == '.';
            if (dot ? afterDot : !isLetterOrDigit(character) && ATOM_MARKS.indexOf(character) < 0) {
                return false;
            }
            afterDot = dot;
        }
        return !afterDot;
    }

    private static Optional<String> asciiDomain(String domain) {
        String ascii = domain;
        if (!domain.chars().allMatch(character -> character < 0x80)) {
            try {
                ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            } catch (IllegalArgumentException notADomain) {
                return Optional.empty();
            }
        }
        return isDomain(ascii) ? Optional.of(ascii) : Optional.empty();
    }

    /** Two labels or more, and the last one begins with a letter: an address of numbers is not a name. */
    private static boolean isDomain(String domain) {
        int start = 0;
        for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', start)) {
            if (!isLabel(domain, start, dot)) {
                return false;
            }
            start = dot + 1;
        }
        return start > 0 && isLabel(domain, start, domain.length()) && domain.charAt(start) > '9';
    }

    private static boolean isLabel(String domain, int start, int end) {
        if (start == end
                || end - start > MAX_LABEL_LENGTH
                || domain.charAt(start) == '-'
                || domain.charAt(end - 1) == '-') {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (!isLetterOrDigit(domain.charAt(i)) && domain.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }

    @Override
    public String toString() {
        return value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
    }
}
