package io.traject.communication;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.multipdf.PDFCloneUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Letters in one PDF for a printer that prints on both sides: each starts on a new sheet. The volume leaves out the
 * letters' tags (the single letters keep them), since a merged structure tree outgrows the memory; what the pages draw
 * goes through a scratch file.
 */
final class PrintVolume implements Closeable {

    /** The most letters that a volume may hold. */
    static final int MOST_LETTERS = 1_000;

    private static final long MOST_MEMORY = 32L << 20;

    private final PDDocument volume = new PDDocument(MemoryUsageSetting.setupMixed(MOST_MEMORY).streamCache);
    private int letters;

    void add(byte[] letter) throws IOException {
        if (letters == MOST_LETTERS) {
            throw new IllegalStateException("A print volume holds at most " + MOST_LETTERS + " letters");
        }
        letters++;
        try (PDDocument source = Loader.loadPDF(letter)) {
            var copier = new Copier(volume);
            for (PDPage page : source.getPages()) {
                volume.addPage(copier.copy(page));
            }
        }
        if (volume.getNumberOfPages() % 2 == 1) {
            volume.addPage(new PDPage(PDRectangle.A4));
        }
    }

    void writeTo(OutputStream out) throws IOException {
        volume.save(out);
    }

    @Override
    public void close() throws IOException {
        volume.close();
    }

    /** Copies what a page draws, and leaves its place in the document's trees behind. */
    private static final class Copier extends PDFCloneUtility {

        Copier(PDDocument destination) {
            super(destination);
        }

        PDPage copy(PDPage page) throws IOException {
            var drawn = new COSDictionary();
            drawn.setItem(COSName.TYPE, COSName.PAGE);
            drawn.setItem(COSName.MEDIA_BOX, page.getMediaBox());
            drawn.setItem(COSName.CONTENTS, page.getCOSObject().getDictionaryObject(COSName.CONTENTS));
            drawn.setItem(COSName.RESOURCES, page.getResources());
            return new PDPage(cloneForNewDocument(drawn));
        }
    }
}
