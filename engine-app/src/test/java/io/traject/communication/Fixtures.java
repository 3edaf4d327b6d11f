package io.traject.communication;

import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
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
            "inkomen@voorbeeld.example");

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
