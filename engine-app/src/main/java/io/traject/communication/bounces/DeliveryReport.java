package io.traject.communication.bounces;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status notification (RFC 3464) that says that a mail was not delivered for good. Read with care: anybody may
 * send one. Nothing of it is believed but the id of the mail and the mail server's words.
 *
 * @param messageId of the mail, as its returned headers have it
 * @param words of the mail server, one line of at most 500 characters
 */
record DeliveryReport(String messageId, String words) {

    private static final int MOST_PARTS = 20;
    private static final int MOST_RECIPIENTS = 50;
    private static final int LONGEST_WORDS = 500;
    private static final Pattern FOR_GOOD = Pattern.compile("5\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
    private static final Pattern TYPE_OF_CODE = Pattern.compile("^[A-Za-z0-9-]{1,20}\\s*;\\s*");
    private static final Session SESSION = Session.getInstance(new Properties());

    /** @return empty for everything that is not such a notice, or can't be read */
    static Optional<DeliveryReport> read(byte[] raw) {
        try {
            var message = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
            return message.isMimeType("multipart/report") && message.getContent() instanceof MimeMultipart parts
                    ? read(parts)
                    : Optional.empty();
        } catch (MessagingException | IOException notReadable) {
            return Optional.empty();
        }
    }

    private static Optional<DeliveryReport> read(MimeMultipart parts) throws MessagingException, IOException {
        Optional<String> words = Optional.empty();
        Optional<String> messageId = Optional.empty();
        for (int i = 0; i < Math.min(parts.getCount(), MOST_PARTS); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                words = words.or(() -> failure(part));
            } else if (part.isMimeType("message/rfc822")
                    || part.isMimeType("message/global")
                    || part.isMimeType("text/rfc822-headers")
                    || part.isMimeType("message/global-headers")) {
                messageId = messageId.or(() -> messageId(part));
            }
        }
        return words.isPresent() && messageId.isPresent()
                ? Optional.of(new DeliveryReport(messageId.get(), words.get()))
                : Optional.empty();
    }

    /** What the mail server says of the first recipient to whom the mail was not delivered for good. */
    private static Optional<String> failure(BodyPart part) {
        try {
            var in = new ByteArrayInputStream(part.getInputStream().readAllBytes());
            for (int group = 0; in.available() > 0 && group < MOST_RECIPIENTS; group++) {
                var fields = new InternetHeaders(in);
                String status = plain(first(fields, "Status"));
                if (plain(first(fields, "Action")).equalsIgnoreCase("failed")
                        && FOR_GOOD.matcher(status).matches()) {
                    return Optional.of(words(first(fields, "Diagnostic-Code"), status));
                }
            }
            return Optional.empty();
        } catch (MessagingException | IOException notReadable) {
            return Optional.empty();
        }
    }

    private static String words(@Nullable String diagnostic, String status) {
        String words = TYPE_OF_CODE.matcher(plain(diagnostic)).replaceFirst("");
        String all = words.contains(status) ? words : (status + " " + words).strip();
        return all.length() > LONGEST_WORDS ? all.substring(0, LONGEST_WORDS) : all;
    }

    private static Optional<String> messageId(BodyPart part) {
        try {
            return Optional.ofNullable(first(new InternetHeaders(part.getInputStream()), "Message-ID"))
                    .map(DeliveryReport::plain);
        } catch (MessagingException | IOException notReadable) {
            return Optional.empty();
        }
    }

    private static @Nullable String first(InternetHeaders headers, String name) {
        String[] values = headers.getHeader(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : NOT_PLAIN.matcher(text).replaceAll(" ").strip();
    }
}
