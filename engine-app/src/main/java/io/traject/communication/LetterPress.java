package io.traject.communication;

import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.traject.communication.Typeface.Cut;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Turns a letter's HTML into PDF. Keeps its fonts open from letter to letter, so it serves one thread at a time. */
final class LetterPress {

    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final String PROTOCOL = "house-style";

    /** The address of an image, before the code of its {@link StyleElement}. */
    static final String IMAGES = PROTOCOL + ":";

    private static final int USUAL_SIZE = 64 * 1024;

    static {
        XRLog.setLoggingEnabled(false);
        // Else each image of each letter goes through a temporary file.
        ImageIO.setUseCache(false);
    }

    private final Map<Cut, TrueTypeFont> fonts = new EnumMap<>(Cut.class);
    private final FSCacheEx<String, FSCacheValue> metrics = new FSDefaultCacheStore();

    byte[] print(String html, HouseStyle style) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // The library looks for an XML implementation in every jar, for every letter. The JDK has one.
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            return pdf(html, style);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private byte[] pdf(String html, HouseStyle style) {
        var pdf = new ByteArrayOutputStream(USUAL_SIZE);
        try (var document = new PDDocument()) {
            var builder = new PdfRendererBuilder()
                    .usePDDocument(document)
                    .usePdfAConformance(PdfAConformance.PDFA_2_A)
                    .usePdfUaAccessibility(true)
                    .useColorProfile(SRGB)
                    .useCacheStore(CacheStore.PDF_FONT_METRICS, metrics)
                    .useUriResolver((base, uri) -> uri.startsWith(IMAGES) ? uri : null)
                    .useProtocolsStreamImplementation(uri -> new OwnImage(style, uri), PROTOCOL)
                    .withHtmlContent(html, null)
                    .toStream(pdf);
            for (Cut cut : Cut.values()) {
                builder.useFont(
                        new OpenFont(document, cut),
                        LetterSheet.FONT,
                        cut.weight(),
                        cut.italic() ? FontStyle.ITALIC : FontStyle.NORMAL,
                        true);
            }
            builder.run();
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
        return pdf.toByteArray();
    }

    /** Nothing is fetched: an address of ours names an image of the letter's own style. */
    private record OwnImage(HouseStyle style, String uri) implements FSStream {

        @Override
        public InputStream getStream() {
            return new ByteArrayInputStream(StyleElement.ofCode(uri.substring(IMAGES.length()))
                    .flatMap(style::get)
                    .orElseThrow()
                    .image()
                    .png());
        }

        @Override
        public Reader getReader() {
            throw new UnsupportedOperationException("an image is not text");
        }
    }

    private final class OpenFont extends PDFontSupplier {

        private final PDDocument document;
        private final Cut cut;

        OpenFont(PDDocument document, Cut cut) {
            super(null);
            this.document = document;
            this.cut = cut;
        }

        @Override
        public PDFont supply() {
            try {
                TrueTypeFont font = fonts.get(cut);
                if (font == null) {
                    font = Typeface.SANS.open(cut);
                    fonts.put(cut, font);
                }
                return PDType0Font.load(document, font, true);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
