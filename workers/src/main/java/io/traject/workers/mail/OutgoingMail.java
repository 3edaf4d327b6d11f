package io.traject.workers.mail;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail, rendered and ready to leave; the row is written with the business change that causes it.
 *
 * @param id of the row; the Message-ID is made of it, so a repeat carries the same one
 * @param group the batch it belongs to, or null
 * @param groupIndex its place in the batch, from 0; ranges of {@code mail.send} jobs go by it
 * @param sender whose mail it is, which decides through which server it leaves; null: the platform's own
 * @param from address, with an optional name ({@code Name <a@b>}); a sender with a mail server of its own has its own
 * @param to address
 * @param subject one line
 * @param text the plain part
 * @param html the HTML part
 * @param languageTag BCP 47, for the Content-Language header
 */
public record OutgoingMail(
        UUID id,
        @Nullable UUID group,
        int groupIndex,
        @Nullable UUID sender,
        String from,
        String to,
        String subject,
        String text,
        String html,
        String languageTag) {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /**
     * Checks that nothing which becomes a header can become two.
     *
     * @throws IllegalArgumentException if it holds a line break or another control character
     */
    public OutgoingMail {
        requireOneLine("from", from);
        requireOneLine("to", to);
        requireOneLine("subject", subject);
        requireOneLine("languageTag", languageTag);
    }

    private static void requireOneLine(String name, String value) {
        if (CONTROL.matcher(value).find()) {
            throw new IllegalArgumentException(
                    "The mail's " + name + " holds a line break or another control character");
        }
    }

    /** The same mail with more at its end. @param markup safe HTML, without a document around it */
    public OutgoingMail endingWith(String plain, String markup) {
        int end = html.lastIndexOf("</body>");
        String longer = end < 0 ? html + markup : html.substring(0, end) + markup + html.substring(end);
        return new OutgoingMail(
                id, group, groupIndex, sender, from, to, subject, text.stripTrailing() + plain, longer, languageTag);
    }

    /** Masked: a mail is somebody's. */
    @Override
    public String toString() {
        return "OutgoingMail[" + id + "]";
    }
}
