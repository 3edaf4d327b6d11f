package io.traject.workers.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A mail server's no to one mail, or to its recipient (RFC 5321, 4.2.1: 5xx is for good, 4xx for now). A no to the sender
 * or to everything (421) is not one: it would be the same for the next mail.
 */
record Refused(boolean forGood, String reason) {

    private static final int SERVICE_NOT_AVAILABLE = 421;

    /** What the failure says about the one mail; empty if it is trouble with the server or the way to it. */
    static Optional<Refused> by(MessagingException failure) {
        if (failure instanceof AddressException e) {
            return Optional.of(new Refused(true, "not an address: " + e.getMessage()));
        }
        for (Exception part = failure; part instanceof MessagingException current; part = current.getNextException()) {
            var code = answerCode(current);
            if (code >= 400 && code != SERVICE_NOT_AVAILABLE) {
                return Optional.of(new Refused(
                        code >= 500, String.valueOf(current.getMessage()).strip()));
            }
        }
        return Optional.empty();
    }

    private static int answerCode(@Nullable MessagingException failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException message -> message.getReturnCode();
            case null, default -> 0;
        };
    }
}
