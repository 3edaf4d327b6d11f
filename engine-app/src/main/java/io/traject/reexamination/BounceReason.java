package io.traject.reexamination;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a mail did not arrive, by the enhanced status in the mail server's words (RFC 3463). */
enum BounceReason {
    /** The address, or the mailbox, does not exist (X.1.x). */
    ADDRESS,
    /** The mailbox is full or disabled (X.2.x). */
    MAILBOX,
    /** Refused for reasons of security or policy (X.7.x). */
    REFUSED,
    OTHER;

    private static final Pattern STATUS = Pattern.compile("\\b[45]\\.(\\d{1,3})\\.\\d{1,3}\\b");

    static BounceReason of(@Nullable String words) {
        Matcher status = STATUS.matcher(words == null ? "" : words);
        if (!status.find()) {
            return OTHER;
        }
        return switch (status.group(1)) {
            case "1" -> ADDRESS;
            case "2" -> MAILBOX;
            case "7" -> REFUSED;
            default -> OTHER;
        };
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
