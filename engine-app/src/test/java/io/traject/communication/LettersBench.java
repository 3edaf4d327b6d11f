package io.traject.communication;

import static io.traject.communication.Fixtures.head;
import static io.traject.communication.Fixtures.values;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import io.traject.communication.Typeface.Cut;
import io.traject.kernel.Language;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Letters per second on all processors, against bare openhtmltopdf for the same HTML; and a full print volume. */
class LettersBench {

    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int SECONDS = 8;
    private static final int ROUNDS = 3;
    private static final int LETTER_KILOBYTES = 40;

    private final LetterRenderer renderer = Fixtures.letterRenderer();
    private final CompiledTemplate template = Fixtures.standard(TemplateKind.INVITATION_LETTER, Language.NL);

    @Test
    void lettersPerSecond() throws Exception {
        byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        Callable<byte[]> ours = this::ours;
        Callable<byte[]> plain = () -> bare(false, null);
        Callable<byte[]> archival = () -> bare(true, srgb);
        perSecond(ours);
        perSecond(plain);
        perSecond(archival);
        double our = 0;
        double barePlain = 0;
        double bareArchival = 0;
        for (int round = 0; round < ROUNDS; round++) {
            our += perSecond(ours) / ROUNDS;
            barePlain += perSecond(plain) / ROUNDS;
            bareArchival += perSecond(archival) / ROUNDS;
        }
        System.out.println("figure | ours | bare | ratio");
        print("letters/s, PDF/A-2a against plain PDF", our, barePlain);
        print("letters/s, PDF/A-2a both", our, bareArchival);
    }

    private static void print(String figure, double our, double bare) {
        System.out.printf(Locale.ROOT, "%s | %.1f | %.1f | %.2f%n", figure, our, bare, our / bare);
    }

    @Test
    void aFullPrintVolume() throws Exception {
        byte[] letter = ours();
        System.gc();
        long before = usedHeap();
        long start = System.nanoTime();
        long size;
        long heap;
        try (var volume = new PrintVolume()) {
            for (int i = 0; i < PrintVolume.MOST_LETTERS; i++) {
                volume.add(letter);
            }
            System.gc();
            heap = usedHeap() - before;
            var out = new CountingStream();
            volume.writeTo(out);
            size = out.bytes;
        }
        System.out.printf(
                Locale.ROOT,
                "print volume of %d letters | %.1f s | %d MB heap held | %d MB file%n",
                PrintVolume.MOST_LETTERS,
                (System.nanoTime() - start) / 1e9,
                heap >> 20,
                size >> 20);
    }

    @Test
    void whatLogoAndSignatureCost() throws Exception {
        LetterHead inStyle = Fixtures.headInStyle();
        Callable<byte[]> plain = this::ours;
        Callable<byte[]> styled = () ->
                renderer.render(template, values().build(), inStyle).orThrow().pdf();
        perSecond(plain);
        perSecond(styled);
        double without = 0;
        double with = 0;
        for (int round = 0; round < ROUNDS; round++) {
            without += perSecond(plain) / ROUNDS;
            with += perSecond(styled) / ROUNDS;
        }
        System.out.println("figure | with logo and signature | without | ratio");
        print("letters/s", with, without);
        print("kB for a letter", styled.call().length / 1024.0, plain.call().length / 1024.0);
    }

    private static long usedHeap() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static final class CountingStream extends OutputStream {

        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] values, int offset, int length) {
            bytes += length;
        }
    }

    private byte[] ours() {
        return renderer.render(template, values().build(), head()).orThrow().pdf();
    }

    private byte[] bare(boolean archival, byte[] srgb) throws Exception {
        var out = new ByteArrayOutputStream(LETTER_KILOBYTES * 1024);
        var builder = new PdfRendererBuilder().withHtmlContent(HTML, null).toStream(out);
        for (Cut cut : Cut.values()) {
            builder.useFont(
                    () -> new ByteArrayInputStream(Typeface.SANS.files.get(cut.ordinal())),
                    LetterSheet.FONT,
                    cut.weight(),
                    cut.italic() ? FontStyle.ITALIC : FontStyle.NORMAL,
                    true);
        }
        if (archival) {
            builder.usePdfAConformance(PdfAConformance.PDFA_2_A)
                    .usePdfUaAccessibility(true)
                    .useColorProfile(srgb);
        }
        builder.run();
        return out.toByteArray();
    }

    private static final String HTML = html();

    private static String html() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/communication");
        messages.setDefaultEncoding("UTF-8");
        var filling = Filling.of(
                        Fixtures.standard(TemplateKind.INVITATION_LETTER, Language.NL),
                        values().build().with(Fixtures.VOORBEELD, LocalDate.of(2026, 11, 23)))
                .orThrow();
        return new LetterSheet(messages, Language.NL)
                .html(
                        filling.subject(),
                        filling.html(),
                        head(),
                        AddressBlock.fit(head().addressee()).orElseThrow());
    }

    private static double perSecond(Callable<byte[]> print) throws Exception {
        var made = new AtomicInteger();
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(PROCESSORS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < PROCESSORS; i++) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        print.call();
                        made.incrementAndGet();
                    }
                    return null;
                }));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        }
        return made.get() / ((System.nanoTime() - start) / 1e9);
    }
}
