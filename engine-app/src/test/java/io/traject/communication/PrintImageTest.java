package io.traject.communication;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintImageTest {

    private static final int HEADER_END = 33;
    private static final int WIDTH_AT = 16;
    private static final int NAME_AT = 12;

    @ParameterizedTest
    @CsvSource({"png,1600,600,709,266", "jpg,1600,600,709,266", "png,300,300,295,295", "jpg,200,80,200,80"})
    void shouldBeNoLargerThanPrintNeeds(String format, int width, int height, int expectedWidth, int expectedHeight) {
        PrintImage image = PrintImage.read(Fixtures.image(format, width, height), StyleElement.LOGO)
                .orThrow();

        assertThat(image.width()).isEqualTo(expectedWidth);
        assertThat(image.height()).isEqualTo(expectedHeight);
        assertThat(image.printedWidth(StyleElement.LOGO)).isLessThanOrEqualTo(60.001);
        assertThat(image.printedHeight(StyleElement.LOGO)).isLessThanOrEqualTo(25.001);
    }

    @Test
    void shouldNotPrintASmallImageCoarsely() {
        PrintImage image = PrintImage.read(Fixtures.image("png", 150, 50), StyleElement.LOGO)
                .orThrow();

        assertThat(image.printedWidth(StyleElement.LOGO)).isEqualTo(25.4);
    }

    @Test
    void shouldKeepNothingButPixelsOnWhite() throws IOException {
        byte[] uploaded = Fixtures.image("png", 200, 200);
        byte[] withPayload = Arrays.copyOf(uploaded, uploaded.length + 20);
        System.arraycopy("<script>geheim".getBytes(UTF_8), 0, withPayload, uploaded.length, 14);

        PrintImage image = PrintImage.read(withPayload, StyleElement.SIGNATURE).orThrow();

        assertThat(new String(image.png(), ISO_8859_1)).doesNotContain("geheim");
        var drawn = ImageIO.read(new ByteArrayInputStream(image.png()));
        assertThat(drawn.getColorModel().hasAlpha()).isFalse();
        assertThat(drawn.getRGB(0, 0)).as("what was see-through").isEqualTo(0xFFFFFFFF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>",
                "<!doctype html><script>alert(1)</script>",
                "%PDF-1.7",
                ""
            })
    void shouldRefuseWhatIsNoImage(String content) {
        assertThat(refusal(content.getBytes(UTF_8))).isEqualTo("image-not-png-or-jpeg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gif", "bmp"})
    void shouldRefuseOtherImages(String format) {
        assertThat(refusal(Fixtures.image(format, 200, 200))).isEqualTo("image-not-png-or-jpeg");
    }

    @Test
    void shouldRefuseASmallFileOfHugeDimensionsByItsHeader() {
        byte[] bomb = Fixtures.image("png", 200, 200);
        ByteBuffer.wrap(bomb).putInt(WIDTH_AT, 2_000_000_000).putInt(WIDTH_AT + 4, 2_000_000_000);
        var sum = new CRC32();
        sum.update(bomb, NAME_AT, HEADER_END - NAME_AT - 4);
        ByteBuffer.wrap(bomb).putInt(HEADER_END - 4, (int) sum.getValue());

        assertThat(refusal(bomb)).isEqualTo("image-too-many-pixels");
    }

    @Test
    void shouldRefuseWhatIsTooLargeTooSmallOrBroken() throws IOException {
        var large = new ByteArrayOutputStream();
        large.write(Fixtures.image("png", 200, 200));
        large.write(new byte[PrintImage.MOST_BYTES]);
        byte[] whole = Fixtures.image("jpg", 400, 400);

        assertThat(refusal(large.toByteArray())).isEqualTo("image-too-large");
        assertThat(refusal(Fixtures.image("png", 4_001, 10))).isEqualTo("image-too-many-pixels");
        assertThat(refusal(Fixtures.image("png", 99, 99))).isEqualTo("image-too-few-pixels");
        assertThat(refusal(Arrays.copyOf(whole, 30))).isEqualTo("image-unreadable");
        assertThat(refusal(Arrays.copyOf(Fixtures.image("png", 200, 200), 60))).isEqualTo("image-unreadable");
    }

    private static String refusal(byte[] file) {
        return PrintImage.read(file, StyleElement.LOGO) instanceof Outcome.Refused<PrintImage>(var refusal)
                ? refusal.code()
                : "";
    }
}
