package io.traject.communication;

import static io.traject.communication.Fixtures.head;
import static io.traject.communication.Fixtures.headInStyle;
import static io.traject.communication.Fixtures.letter;
import static io.traject.communication.Fixtures.pdf;
import static io.traject.communication.Fixtures.standard;
import static io.traject.communication.Fixtures.text;
import static io.traject.communication.Fixtures.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class LetterRendererTest {

    private static final double MILLIMETRE = 72 / 25.4;
    private static final String PRINTED = "€ 12,50 – Zoë Ĳsselmeer, Łódź, Şişli, İğdır, Čapek, Ñandú, Æsøy, ½ “ja” ’s";

    private final LetterRenderer renderer = Fixtures.letterRenderer();

    @BeforeAll
    static void provideVeraPdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void shouldSayEverythingThatTheTemplateSays() {
        assertThat(text(pdf(renderer.render(
                        standard(TemplateKind.INVITATION_LETTER, Language.NL), values().build(), head()))))
                .contains(
                        "Gemeente Voorbeeld\nWerk en Inkomen\n",
                        "J.A. de Vries\nDorpsstraat 12 a\n1234 CD  VOORBEELD\n",
                        "Datum\n23 november 2026\n",
                        "Ons kenmerk\nHO-2026-000123\n",
                        "Heronderzoek van uw uitkering: lever uw gegevens aan vóór 31 december 2026\n",
                        "Geachte heer/mevrouw De Vries,\n",
                        "mail naar inkomen@voorbeeld.example.");
    }

    @ParameterizedTest
    @EnumSource
    void shouldPrintTheStandardLetterOnOneSheetSide(Language language) throws Exception {
        byte[] pdf = pdf(renderer.render(standard(TemplateKind.INVITATION_LETTER, language), values().build(), head()));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentCatalog().getLanguage())
                    .isEqualTo(language.locale().toLanguageTag());
            assertThat(document.getDocumentInformation().getTitle()).contains("2026");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_2_A", "PDFUA_1"})
    void shouldMeetTheStandard(PDFAFlavour flavour) throws Exception {
        assertMeets(flavour, pdf(renderer.render(longLetter(), values().build(), head())));
    }

    @ParameterizedTest
    @EnumSource(names = {"PDFA_2_A", "PDFUA_1"})
    void shouldMeetTheStandardWithLogoAndSignature(PDFAFlavour flavour) throws Exception {
        assertMeets(flavour, pdf(renderer.render(longLetter(), values().build(), headInStyle())));
    }

    private static void assertMeets(PDFAFlavour flavour, byte[] pdf) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            assertThat(validator.validate(parser).getTestAssertions())
                    .extracting(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                    .isEmpty();
        }
    }

    @Test
    void shouldCarryLogoAndSignatureOnceAndDescribeThem() throws Exception {
        byte[] pdf = pdf(renderer.render(letter("Tekst."), values().build(), headInStyle()));

        assertThat(text(pdf)).contains("Tekst.\nB. Bakker\nteamleider Inkomen\n");
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(2);
            assertThat(figures(document.getDocumentCatalog().getStructureTreeRoot()))
                    .containsExactlyInAnyOrder("Logo van de gemeente Voorbeeld", "Handtekening van B. Bakker");
        }
        Path look = Files.createDirectories(Path.of("target", "look"));
        Files.write(
                look.resolve("letter-in-style.png"),
                LetterImage.firstPage(pdf(renderer.render(
                        standard(TemplateKind.FOLLOW_UP_LETTER, Language.NL), values().build(), headInStyle()))));
    }

    private static List<String> figures(PDStructureNode node) {
        List<String> described = new ArrayList<>();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Figure")) {
                    described.add(element.getAlternateDescription());
                }
                described.addAll(figures(element));
            }
        }
        return described;
    }

    @Test
    void shouldEmbedEveryFont() throws Exception {
        try (var document = Loader.loadPDF(pdf(renderer.render(longLetter(), values().build(), head())))) {
            List<PDFont> fonts = new ArrayList<>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
        }
    }

    @Test
    void shouldPutTheAddressIntoTheWindowAndNothingElse() throws Exception {
        assertThat(inTheWindow(head("J.A. de Vries", "Dorpsstraat 12 a", "1234 CD  VOORBEELD")))
                .isEqualTo("J.A. de Vries Dorpsstraat 12 a 1234 CD  VOORBEELD");
    }

    @Test
    void shouldLeaveTheWindowToTheAddressBesideALogo() throws Exception {
        assertThat(inTheWindow(headInStyle())).isEqualTo("J.A. de Vries Dorpsstraat 12 a 1234 CD  VOORBEELD");
    }

    @Test
    void shouldFitAnAddressOfTheLongestNames() throws Exception {
        String name = "Maria-Johanna " + "van der ".repeat(20) + "Oosterwijk-Westerkamp";
        String street = "Burgemeesterlaan".repeat(12);

        String shown = inTheWindow(head(name, street, "1234 CD  VOORBEELD"));

        assertThat(shown.replace(" ", "")).isEqualTo((name + street + "1234CDVOORBEELD").replace(" ", ""));
    }

    @Test
    void shouldRefuseAnAddressThatNoWindowHolds() {
        assertThat(renderer.render(letter("Tekst"), values().build(), head("M".repeat(2_000))))
                .isEqualTo(new Outcome.Refused<>(Refusal.of("letter-address-too-long")));
    }

    @Test
    void shouldPrintTheLettersOfEurope() {
        String shown = text(pdf(renderer.render(
                letter("{{resident.name}}"),
                values().put(MergeField.RESIDENT_NAME, PRINTED).build(),
                head(PRINTED, "Straat 1"))));

        assertThat(shown.replace('\n', ' ')).contains(PRINTED, PRINTED);
    }

    @Test
    void shouldComposeWhatWasTypedInParts() {
        assertThat(text(pdf(renderer.render(
                        letter("{{resident.name}}"),
                        values().put(MergeField.RESIDENT_NAME, "Zoe\u0308").build(),
                        head()))))
                .contains("Zoë");
    }

    @ParameterizedTest
    @ValueSource(strings = {"李", "👋", "שלום", "سلام"})
    void shouldRefuseWhatTheTypefaceLacks(String name) {
        var values = values().put(MergeField.RESIDENT_NAME, name).build();

        assertThat(renderer.render(letter("{{resident.name}}"), values, head()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("letter-character-unprintable"));
        assertThat(renderer.render(letter("Tekst"), values().build(), head(name)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void shouldTakeAValueAsPlainText() {
        String value = "<img src=\"file:///etc/passwd\"/> **vet** ${1317*7919} &amp;";

        assertThat(text(pdf(renderer.render(
                        letter("{{resident.name}}"),
                        values().put(MergeField.RESIDENT_NAME, value).build(),
                        head(value)))))
                .contains("Uitnodiging\n" + value + "\n")
                .doesNotContain("root:");
    }

    @Test
    void shouldPrintWhereALinkLeads() {
        assertThat(text(pdf(renderer.render(
                        letter("Zie [onze site](https://voorbeeld.example/ho)."), values().build(), head()))))
                .contains("Zie onze site (https://voorbeeld.example/ho).");
    }

    @Test
    void shouldNumberThePagesOfALongLetter() throws Exception {
        try (var document = Loader.loadPDF(pdf(renderer.render(longLetter(), values().build(), head())))) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            assertThat(stripper.getText(document)).contains("Pagina 2 van " + document.getNumberOfPages());
        }
    }

    @Test
    void shouldServeManyAtOnceAndMixNothingUp() throws Exception {
        var template = letter("Voor {{resident.name}}");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> letters = IntStream.range(0, 40)
                    .<Callable<String>>mapToObj(i -> () -> text(pdf(renderer.render(
                            template,
                            values().put(MergeField.RESIDENT_NAME, "Bewoner " + i)
                                    .build(),
                            head("Bewoner " + i, "Straat " + i)))))
                    .toList();
            var printed = threads.invokeAll(letters);
            for (int i = 0; i < printed.size(); i++) {
                assertThat(printed.get(i).get())
                        .contains("Voor Bewoner " + i + "\n", "Bewoner " + i + "\nStraat " + i + "\n");
            }
        }
    }

    private static CompiledTemplate longLetter() {
        return letter("### Kop\n\n# Kop\n\n### Kop\n\n"
                + "Een *alinea* met **nadruk** en [een link](https://voorbeeld.example).\n\n".repeat(40)
                + "1. eerst\n2. dan\n\n> citaat\n\n---\n\n`code`");
    }

    /** The text in the window that an envelope shows: 45 mm from the top, 20 mm from the left, 85 x 45 mm. */
    private String inTheWindow(LetterHead head) throws Exception {
        byte[] pdf = pdf(renderer.render(letter("Tekst van de brief."), values().build(), head));
        var shown = new StringBuilder();
        try (var document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String line, List<TextPosition> characters) {
                    boolean isReturnAddress = line.startsWith("Gemeente Voorbeeld ·");
                    if (!isReturnAddress && characters.stream().anyMatch(LetterRendererTest::isInWindow)) {
                        assertThat(characters).as(line).allMatch(LetterRendererTest::isInWindow);
                        shown.append(shown.isEmpty() ? "" : " ").append(line);
                    }
                }
            }.getText(document);
        }
        return shown.toString();
    }

    private static boolean isInWindow(TextPosition character) {
        return character.getXDirAdj() >= 20 * MILLIMETRE
                && character.getXDirAdj() + character.getWidthDirAdj() <= 105 * MILLIMETRE
                && character.getYDirAdj() - character.getHeightDir() >= 45 * MILLIMETRE
                && character.getYDirAdj() <= 90 * MILLIMETRE;
    }
}
