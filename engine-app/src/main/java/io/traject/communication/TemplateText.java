package io.traject.communication;

/**
 * What someone wrote: CommonMark with merge fields.
 *
 * @param subject one line, without markup
 * @param body CommonMark, without HTML and images
 */
public record TemplateText(String subject, String body) {

    public static final int LONGEST_SUBJECT = 150;
    public static final int LONGEST_BODY = 20_000;

    public TemplateText {
        subject = subject.strip();
        body = body.replace("\r\n", "\n").stripTrailing();
    }
}
