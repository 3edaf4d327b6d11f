package io.traject.communication;

import static io.traject.communication.Fixtures.head;
import static io.traject.communication.Fixtures.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.Language;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

/**
 * Print volumes of 1,000 letters, and a ZIP of 10,000, in a JVM of its own whose heap is what it needs at rest and 256 MB
 * more; and with how much less a volume still does. Bare: the same letters appended one to another with their tags, as PDFBox
 * does by itself, 200 at a time because more would not fit.
 */
class MergeBench {

    private static final int EXTRA_MEGABYTES = 256;
    private static final int LEAST_MEGABYTES = 32;
    private static final int VOLUMES = Integer.getInteger("bench.volumes", 3);
    private static final int ZIPPED = 10_000;
    private static final int DIFFERENT = 50;
    private static final int BARE = 200;

    @Test
    void withinTheExtraHeap() throws Exception {
        int atRest = Integer.parseInt(
                run(EXTRA_MEGABYTES * 2, "rest").strip().lines().toList().getLast());
        System.out.printf("heap at rest %d MB; -Xmx%dm%n", atRest, atRest + EXTRA_MEGABYTES);
        System.out.print(run(atRest + EXTRA_MEGABYTES, "merge"));
        for (int extra = EXTRA_MEGABYTES; extra >= LEAST_MEGABYTES; extra /= 2) {
            Ended ended = start(atRest + extra, "one");
            System.out.printf(
                    "one volume of %,d letters with %d MB extra heap: s | %s%n",
                    PrintVolume.MOST_LETTERS,
                    extra,
                    ended.code() == 0 ? ended.said().strip() : "does not fit");
        }
    }

    private record Ended(int code, String said) {}

    private static String run(int megabytes, String what) throws Exception {
        Ended ended = start(megabytes, what);
        assertThat(ended.code()).as(ended.said()).isZero();
        return ended.said();
    }

    private static Ended start(int megabytes, String what) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dbench.volumes=" + VOLUMES,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MergeBench.class.getName(),
                        what)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    public static void main(String[] arguments) throws Exception {
        List<byte[]> letters = letters();
        System.gc();
        if (arguments[0].equals("rest")) {
            System.out.println(megabytes(used()));
            return;
        }
        if (arguments[0].equals("one")) {
            System.out.printf(Locale.ROOT, "%.1f%n", seconds(() -> writeVolume(letters, 1)));
            return;
        }
        System.out.println("figure | ours | bare | ratio");
        double bare = seconds(() -> appendBare(letters)) / BARE;
        for (int number = 1; number <= VOLUMES; number++) {
            int volume = number;
            double ours = seconds(() -> writeVolume(letters, volume)) / PrintVolume.MOST_LETTERS;
            System.out.printf(
                    Locale.ROOT,
                    "volume %d of %,d letters: s per 1,000 | %.1f | %.1f | %.2f%n",
                    volume,
                    PrintVolume.MOST_LETTERS,
                    ours * 1_000,
                    bare * 1_000,
                    ours / bare);
        }
        for (int zipped : new int[] {ZIPPED / 10, ZIPPED}) {
            System.gc();
            peaks().forEach(MemoryPoolMXBean::resetPeakUsage);
            double zip = seconds(() -> writeZip(letters, zipped));
            System.out.printf(
                    Locale.ROOT,
                    "ZIP of %,d letters: s | %.1f | | | %d MB held after it, peak heap %d MB%n",
                    zipped,
                    zip,
                    held(),
                    peak());
        }
    }

    private static List<byte[]> letters() {
        LetterRenderer renderer = Fixtures.letterRenderer();
        CompiledTemplate template = Fixtures.standard(TemplateKind.INVITATION_LETTER, Language.NL);
        return IntStream.range(0, DIFFERENT)
                .mapToObj(i -> renderer.render(
                                template,
                                values().put(MergeField.RESIDENT_NAME, "J.A. de Vries-" + "Voorbeeld".substring(i % 9))
                                        .build(),
                                head("J.A. de Vries", "Dorpsstraat " + (i + 1), "1234 CD  VOORBEELD"))
                        .orThrow()
                        .pdf())
                .toList();
    }

    private static void writeVolume(List<byte[]> letters, int number) throws Exception {
        try (var volume = new PrintVolume()) {
            for (int i = 0; i < PrintVolume.MOST_LETTERS; i++) {
                volume.add(letters.get((i + number) % DIFFERENT));
            }
            volume.writeTo(OutputStream.nullOutputStream());
        }
    }

    private static void writeZip(List<byte[]> letters, int count) throws Exception {
        try (var zip = new LettersZip(OutputStream.nullOutputStream())) {
            for (int i = 0; i < count; i++) {
                zip.add("HO-26-%07d.pdf".formatted(i), letters.get(i % DIFFERENT));
            }
        }
    }

    private static void appendBare(List<byte[]> letters) throws Exception {
        var merger = new PDFMergerUtility();
        try (var all = new PDDocument()) {
            for (int i = 0; i < BARE; i++) {
                try (PDDocument one = Loader.loadPDF(letters.get(i % DIFFERENT))) {
                    merger.appendDocument(all, one);
                }
            }
            all.save(OutputStream.nullOutputStream());
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static long peak() {
        return megabytes(
                peaks().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum());
    }

    private static long held() {
        System.gc();
        return megabytes(used());
    }

    private static Stream<MemoryPoolMXBean> peaks() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }
}
