package io.traject.kernel;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern DOMAIN =
            Pattern.compile("(?:" + LABEL + "\\.)+(?=[A-Za-z])[A-Za-z0-9-]{0,61}[A-Za-z0-9]");

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
                && LOCAL.matcher(text.substring(0, at)).matches()
                && asciiDomain(text.substring(at + 1))
                        .filter(domain -> at + 1 + domain.length() <= MAX_LENGTH)
                        .isPresent();
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
        return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
    }
}
