package io.traject.communication;

import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Letters and mails of an invented municipality. */
final class Fixtures {

    static final Sender VOORBEELD = new Sender(
            "Gemeente Voorbeeld",
            "Werk en Inkomen",
            List.of("Raadhuisplein 1", "1234 AB Voorbeeld"),
            "14 0123",
            "inkomen@voorbeeld.example",
            HouseStyle.PLAIN);

    private Fixtures() {}

    static CompiledTemplate compiled(TemplateKind kind, String subject, String body) {
        return switch (new TemplateCompiler().compile(kind, Language.NL, new TemplateText(subject, body))) {
            case Compilation.Compiled(CompiledTemplate template) -> template;
            case Compilation.Rejected(List<TemplateProblem> problems) -> throw new AssertionError(problems);
        };
    }

    static CompiledTemplate letter(String body) {
        return compiled(TemplateKind.INVITATION_LETTER, "Uitnodiging", body);
    }

    static CompiledTemplate standard(TemplateKind kind, Language language) {
        return switch (new TemplateCompiler().compile(kind, language, StandardTexts.of(kind, language))) {
            case Compilation.Compiled(CompiledTemplate template) -> template;
            case Compilation.Rejected(List<TemplateProblem> problems) -> throw new AssertionError(problems);
        };
    }

    static MergeValues.Builder values() {
        return MergeValues.builder()
                .put(MergeField.RESIDENT_SALUTATION, "Geachte heer/mevrouw De Vries")
                .put(MergeField.RESIDENT_NAME, "J.A. de Vries")
                .put(MergeField.RESIDENT_SURNAME, "De Vries")
                .put(MergeField.RESIDENT_SUPPLY_LINK, "https://traject.example/supply/k7qx4-m2p9t-rdw3z-n8hvb")
                .put(MergeField.CASE_REFERENCE, "HO-2026-000123")
                .put(MergeField.CASE_SCHEME, "Participatiewet")
                .put(MergeField.CASE_FINAL_DATE, LocalDate.of(2026, 12, 31));
    }

    static LetterHead head(String... addressee) {
        return new LetterHead(VOORBEELD, List.of(addressee), "HO-2026-000123", LocalDate.of(2026, 11, 23));
    }

    static LetterHead head() {
        return head("J.A. de Vries", "Dorpsstraat 12 a", "1234 CD  VOORBEELD");
    }

    /** The same with a logo and a signature, as large as they can be and not simple. */
    static LetterHead headInStyle() {
        LetterHead plain = head();
        return new LetterHead(VOORBEELD.with(style()), plain.addressee(), plain.reference(), plain.date());
    }

    static HouseStyle style() {
        return HouseStyle.PLAIN
                .with(StyleElement.LOGO, styleImage(StyleElement.LOGO, "Logo van de gemeente Voorbeeld", ""))
                .with(StyleElement.SIGNATURE, styleImage(StyleElement.SIGNATURE, "B. Bakker", "teamleider Inkomen"));
    }

    private static StyleImage styleImage(StyleElement element, String words, String function) {
        PrintImage image = PrintImage.read(image("png", 1_600, 600), element).orThrow();
        return new StyleImage(new UUID(0, 1), image, words, function, "B. Bakker", Instant.EPOCH);
    }

    /** A see-through drawing with soft edges. */
    static byte[] image(String format, int width, int height) {
        boolean seeThrough = format.equals("png") || format.equals("gif");
        var image =
                new BufferedImage(width, height, seeThrough ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setStroke(new BasicStroke(height / 20f));
        for (int i = 0; i < 12; i++) {
            pen.setColor(Color.getHSBColor(i / 12f, 0.7f, 0.6f));
            pen.drawOval(i * width / 16, height / 10 + i * height / 40, width / 4, height / 2);
        }
        pen.dispose();
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    static LetterRenderer letterRenderer() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/communication");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new LetterRenderer(messages);
    }

    static byte[] pdf(Outcome<RenderedLetter> outcome) {
        return outcome.orThrow().pdf();
    }

    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
