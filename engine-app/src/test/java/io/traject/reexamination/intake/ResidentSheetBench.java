package io.traject.reexamination.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.traject.reexamination.intake.SheetReading.Checked;
import io.traject.testing.SampleResidents;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reading and checking 50,000 residents against bare fastexcel reading of the same file, in turns, in a JVM of its own
 * with a heap of 512 MB. The peak is what the heap's pools held at most during one reading, garbage included.
 */
class ResidentSheetBench {

    private static final int ROUNDS = 15;
    private static final int WARM_UP = 10;
    private static final long MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void rowsPerSecond() throws Exception {
        Path file = SampleResidents.writeTo(folder.resolve("residents.xlsx"), ResidentSheet.MAX_ROWS);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ResidentSheetBench.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();

        System.out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(process.waitFor()).isZero();
    }

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double bareSeconds = seconds(() -> bare(file));
            double ourSeconds = seconds(() -> ours(file));
            if (round >= 0) {
                bare[round] = bareSeconds;
                ours[round] = ourSeconds;
            }
        }
        double ourRate = ResidentSheet.MAX_ROWS / median(ours);
        double bareRate = ResidentSheet.MAX_ROWS / median(bare);
        System.out.printf("figure | ours | bare | ratio%n");
        System.out.printf(
                "rows/s, 50,000 rows of 15 columns | %.0f | %.0f | %.2f%n", ourRate, bareRate, ourRate / bareRate);
        long ourPeak = peak(() -> ours(file));
        long barePeak = peak(() -> bare(file));
        System.out.printf(
                "peak heap in MB under -Xmx512m | %d | %d | %.2f%n",
                ourPeak / MEBIBYTE, barePeak / MEBIBYTE, (double) ourPeak / barePeak);
    }

    private static void ours(Path file) throws IOException {
        Checked checked =
                (Checked) ResidentSheet.read(file, new CheckContext(SampleResidents.FINAL_DATE, asked -> Set.of()));
        if (checked.rows().size() != ResidentSheet.MAX_ROWS) {
            throw new IllegalStateException(checked.toString());
        }
    }

    private static void bare(Path file) throws IOException {
        long characters = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                for (Cell cell : row) {
                    characters += cell == null ? 0 : cell.getText().length();
                }
            }
        }
        if (characters == 0) {
            throw new IllegalStateException("nothing read");
        }
    }

    private interface Reading {
        void run() throws IOException;
    }

    private static double seconds(Reading reading) throws IOException {
        long start = System.nanoTime();
        reading.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] seconds) {
        Arrays.sort(seconds);
        return seconds[seconds.length / 2];
    }

    private static long peak(Reading reading) throws IOException {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
        reading.run();
        return heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    private static Stream<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }
}
