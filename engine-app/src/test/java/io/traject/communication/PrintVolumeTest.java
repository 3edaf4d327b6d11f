package io.traject.communication;

import static io.traject.communication.Fixtures.head;
import static io.traject.communication.Fixtures.letter;
import static io.traject.communication.Fixtures.pdf;
import static io.traject.communication.Fixtures.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PrintVolumeTest {

    private final LetterRenderer renderer = Fixtures.letterRenderer();

    @Test
    void shouldStartEachLetterOnANewSheet() throws Exception {
        byte[] one = rendered("Brief een.");
        byte[] two = rendered("Brief twee.\n\n" + "Alinea.\n\n".repeat(40));
        byte[] three = rendered("Brief drie.");
        try (var volume = volume(one, two, three)) {
            assertThat(volume.getNumberOfPages()).isEqualTo(6);
            assertThat(textOf(volume, 1)).contains("Brief een.");
            assertThat(textOf(volume, 2)).isBlank();
            assertThat(textOf(volume, 3)).contains("Brief twee.");
            assertThat(textOf(volume, 4)).contains("Pagina 2 van 2");
            assertThat(textOf(volume, 5)).contains("Brief drie.");
            assertThat(textOf(volume, 6)).isBlank();
        }
    }

    @Test
    void shouldLeaveTheTagsBehind() throws Exception {
        try (var volume = volume(rendered("Brief."))) {
            assertThat(volume.getDocumentCatalog().getStructureTreeRoot()).isNull();
        }
    }

    @Test
    void shouldHoldNoMoreThanAVolume() throws Exception {
        byte[] letter = rendered("Brief.");
        try (var volume = new PrintVolume()) {
            for (int i = 0; i < PrintVolume.MOST_LETTERS; i++) {
                volume.add(letter);
            }
            assertThatThrownBy(() -> volume.add(letter)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void shouldNameFilesSafely() throws Exception {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new LettersZip(zipped)) {
            zip.add("HO-1.pdf", new byte[] {1});
            zip.add("HO-1.pdf", new byte[] {2});
            zip.add("../../etc/passwd", new byte[] {3});
            zip.add("C:\\x\\Jansen é.pdf", new byte[] {4});
            zip.add("...", new byte[] {5});
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(zipped.toByteArray()))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("HO-1.pdf");
            assertThat(zip.getNextEntry().getName()).isEqualTo("2-HO-1.pdf");
            assertThat(zip.getNextEntry().getName()).isEqualTo("etc-passwd");
            assertThat(zip.getNextEntry().getName()).isEqualTo("C-x-Jansen-.pdf");
            assertThat(zip.getNextEntry().getName()).isEqualTo("document");
        }
    }

    private byte[] rendered(String body) {
        return pdf(renderer.render(letter(body), values().build(), head()));
    }

    private static PDDocument volume(byte[]... letters) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var volume = new PrintVolume()) {
            for (byte[] letter : letters) {
                volume.add(letter);
            }
            volume.writeTo(out);
        }
        return Loader.loadPDF(out.toByteArray());
    }

    private static String textOf(PDDocument document, int page) throws Exception {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }
}
