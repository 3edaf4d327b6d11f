package io.traject.communication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws a letter for the screen. */
public final class LetterImage {

    private static final int DOTS_PER_INCH = 110;

    private LetterImage() {}

    /** The first page of a PDF as PNG. */
    public static byte[] firstPage(byte[] pdf) {
        return pages(pdf, 1).getFirst();
    }

    /** The first so many pages of a PDF, each as PNG. */
    static List<byte[]> pages(byte[] pdf, int most) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            var pages = new ArrayList<byte[]>();
            for (int page = 0; page < Math.min(most, document.getNumberOfPages()); page++) {
                var png = new ByteArrayOutputStream();
                ImageIO.write(renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.RGB), "png", png);
                pages.add(png.toByteArray());
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
