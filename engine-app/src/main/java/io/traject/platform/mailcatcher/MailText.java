package io.traject.platform.mailcatcher;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What a mail says.
 *
 * @param headers in their order, decoded
 * @param text its plain text, if it has one
 * @param html its HTML, if it has one; as the sender wrote it, so not to be trusted
 * @param attachments their file names
 */
public record MailText(List<Field> headers, Optional<String> text, Optional<String> html, List<String> attachments) {

    /** A header field. */
    public record Field(String name, String value) {}

    private static final Session SESSION = Session.getInstance(new Properties());

    public MailText {
        headers = List.copyOf(headers);
        attachments = List.copyOf(attachments);
    }

    /** Reads a mail (RFC 5322). What can't be read of it is left out: the catcher refuses nobody. */
    public static MailText of(byte[] content) {
        try {
            MimeMessage message = new MimeMessage(SESSION, new ByteArrayInputStream(content));
            Parts parts = new Parts();
            parts.collect(message);
            return new MailText(headers(message), first(parts.texts), first(parts.htmls), parts.attachments);
        } catch (MessagingException e) {
            return new MailText(List.of(), Optional.empty(), Optional.empty(), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its subject, or nothing when it has none. */
    public String subject() {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Subject"))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    private static List<Field> headers(MimeMessage message) throws MessagingException, IOException {
        List<Field> fields = new ArrayList<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            fields.add(new Field(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue()))));
        }
        return fields;
    }

    private static Optional<String> first(List<String> contents) {
        return contents.stream().findFirst();
    }

    private static final class Parts {

        private final List<String> texts = new ArrayList<>();
        private final List<String> htmls = new ArrayList<>();
        private final List<String> attachments = new ArrayList<>();

        void collect(Part part) throws MessagingException, IOException {
            if (part.getFileName() != null) {
                attachments.add(MimeUtility.decodeText(part.getFileName()));
            } else if (part.isMimeType("text/html")) {
                htmls.add(part.getContent().toString());
            } else if (part.isMimeType("text/*")) {
                texts.add(part.getContent().toString());
            } else if (part.getContent() instanceof Multipart multipart) {
                for (int i = 0; i < multipart.getCount(); i++) {
                    collect(multipart.getBodyPart(i));
                }
            }
        }
    }
}
