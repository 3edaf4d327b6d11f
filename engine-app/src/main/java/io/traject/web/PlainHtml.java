package io.traject.web;

import java.util.List;
import java.util.Locale;
import org.springframework.web.util.HtmlUtils;

/** The HTML of a mail that is nothing but words. */
public final class PlainHtml {

    private PlainHtml() {}

    /** @param paragraphs as HTML, each an element */
    public static String document(String title, Locale locale, List<String> paragraphs) {
        return """
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
                <body>%s</body></html>
                """.formatted(locale.toLanguageTag(), HtmlUtils.htmlEscape(title), String.join("\n", paragraphs));
    }

    /** A text, whatever it contains, with its lines. */
    public static String paragraph(String text) {
        return "<p>" + HtmlUtils.htmlEscape(text).replaceAll("\\R", "<br>") + "</p>";
    }
}
