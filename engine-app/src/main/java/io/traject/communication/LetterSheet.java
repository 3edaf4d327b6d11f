package io.traject.communication;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import io.traject.kernel.Language;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * The letter's page: A4, the address where DIN 5008 form B and NEN 1026 put a left window (45 mm from the top, 20 mm
 * from the left, 85 x 45 mm; the upper 17.7 mm carry the return address), text from 98 mm, fold mark at 105 mm.
 */
final class LetterSheet {

    static final String FONT = "Letter";

    private static final String STYLE = """
            @page { size: 210mm 297mm; margin: 25mm 20mm 25mm 25mm;
              @bottom-right { content: "%s"; font-family: Letter; font-size: 8pt; color: #444444; } }
            @page :first { margin-top: 0; margin-bottom: 24mm;
              @bottom-left { content: element(footer); width: 165mm; vertical-align: top; }
              @bottom-right { content: none; } }
            * { font-family: Letter; }
            body { margin: 0; font-size: 10pt; line-height: 1.42; color: #000000; }
            #head { position: relative; height: 98mm; }
            #head div { position: absolute; }
            #sender { left: 0; top: 15mm; width: 165mm; }
            #sender p { margin: 0; }
            #sender .name { font-size: 17pt; font-weight: bold; color: #1f4e79; line-height: 1.2; }
            #sender .department { font-size: 10.5pt; color: #444444; }
            #sender.beside-logo { width: 100mm; }
            #logo { left: 105mm; top: 12mm; width: 60mm; text-align: right; }
            #return { left: 0; top: 55.2mm; width: 78mm; height: 6mm; overflow: hidden; white-space: nowrap;
              font-size: 6.5pt; line-height: 6mm; color: #444444; }
            #address { left: 0; top: 62.7mm; width: 78mm; height: 27.3mm; overflow: hidden; }
            #address p { margin: 0; line-height: %s; white-space: pre; }
            #facts { left: 100mm; top: 53mm; width: 65mm; height: 42mm; overflow: hidden; }
            #facts dl { margin: 0; line-height: 1.3; }
            #facts dt { font-size: 7.5pt; color: #444444; }
            #facts dd { margin: 0 0 1.6mm; font-size: 9.5pt; }
            #fold { left: -20mm; top: 105mm; width: 4mm; border-top: 0.2mm solid #888888; }
            #footer { position: running(footer); border-top: 0.2mm solid #9aa5b1; padding-top: 2mm;
              font-size: 7.5pt; line-height: 1.4; color: #444444; text-align: left; }
            h1 { font-size: 11pt; margin: 0 0 6mm; line-height: 1.3; }
            h2 { font-size: 10pt; margin: 4.4mm 0 1mm; page-break-after: avoid; }
            h3, h4, h5, h6 { font-size: 10pt; font-style: italic; margin: 4mm 0 1mm; page-break-after: avoid; }
            p { margin: 0 0 3.2mm; orphans: 2; widows: 2; }
            ul, ol { margin: 0 0 3.2mm; padding-left: 6mm; }
            li { padding-left: 1mm; }
            li p { margin: 0 0 1.5mm; }
            blockquote { margin: 0 0 3.6mm 6mm; }
            pre { white-space: pre-wrap; margin: 0 0 3.6mm; }
            hr { border: 0; border-top: 0.2mm solid #9aa5b1; margin: 4mm 0; }
            #signature { page-break-inside: avoid; page-break-before: avoid; }
            #signature p { margin: 0; }
            #text { word-wrap: break-word; }
            """;

    private final MessageSource messages;
    private final Language language;
    private final String style;

    LetterSheet(MessageSource messages, Language language) {
        this.messages = messages;
        this.language = language;
        this.style = STYLE.formatted(
                message("communication.letter.page", "\" counter(page) \"", "\" counter(pages) \""),
                AddressBlock.LINE_HEIGHT);
    }

    /** @param text safe markup */
    String html(String subject, String text, LetterHead head, AddressBlock address) {
        Sender sender = head.sender();
        return """
                <html lang="%s"><head><title>%s</title><meta name="author" content="%s"/>\
                <meta name="description" content="%s"/><style>%s</style></head><body>\
                <div id="footer">%s</div>\
                <div id="head">%s<div id="sender"%s><p class="name">%s</p><p class="department">%s</p></div>\
                <div id="return">%s</div><div id="address">%s</div>\
                <div id="facts"><dl>%s</dl></div><div id="fold"></div></div>\
                <h1>%s</h1><div id="text">%s</div>%s</body></html>""".formatted(
                language.locale().toLanguageTag(),
                Html.escape(subject),
                Html.escape(sender.name()),
                Html.escape(subject),
                style,
                joined(Stream.of(
                        sender.name(), String.join(", ", sender.addressLines()), sender.phone(), sender.email())),
                logo(sender.style()),
                sender.style().get(StyleElement.LOGO).isPresent() ? " class=\"beside-logo\"" : "",
                Html.escape(sender.name()),
                Html.escape(sender.department()),
                joined(Stream.concat(Stream.of(sender.name()), sender.addressLines().stream())),
                address.lines().stream()
                        .map(line -> "<p style=\"font-size:" + address.size() + "pt\">" + Html.escape(line) + "</p>")
                        .collect(joining()),
                fact("date", MergeValues.date(head.date(), language))
                        + fact("reference", head.reference())
                        + fact("phone", sender.phone())
                        + fact("email", sender.email()),
                Html.escape(subject),
                text,
                signature(sender.style()));
    }

    private static String logo(HouseStyle style) {
        return style.get(StyleElement.LOGO)
                .map(logo -> "<div id=\"logo\">" + image(StyleElement.LOGO, logo, logo.words()) + "</div>")
                .orElse("");
    }

    private String signature(HouseStyle style) {
        return style.get(StyleElement.SIGNATURE)
                .map(signature -> "<div id=\"signature\">"
                        + image(
                                StyleElement.SIGNATURE,
                                signature,
                                message("communication.letter.signature", signature.words()))
                        + "<p>" + Html.escape(signature.words()) + "</p><p>" + Html.escape(signature.function())
                        + "</p></div>")
                .orElse("");
    }

    private static String image(StyleElement element, StyleImage image, String description) {
        return String.format(
                Locale.ROOT,
                "<img src=\"%s\" alt=\"%s\" style=\"width:%.2fmm;height:%.2fmm\"/>",
                LetterPress.IMAGES + element.code(),
                Html.escape(description),
                image.image().printedWidth(element),
                image.image().printedHeight(element));
    }

    private static String joined(Stream<String> parts) {
        return parts.filter(not(String::isEmpty)).map(Html::escape).collect(joining(" \u00B7 "));
    }

    private String fact(String name, String value) {
        return value.isEmpty()
                ? ""
                : "<dt>" + Html.escape(message("communication.letter." + name)) + "</dt><dd>" + Html.escape(value)
                        + "</dd>";
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }
}
