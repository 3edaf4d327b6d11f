package io.traject.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.testing.ApiClient;
import io.traject.testing.Browser;
import io.traject.testing.SampleResidents;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the cost of a batch grows with its rows, in the application as its users start it (512 MB heap): taking in the
 * file, its pages, creating the cases, how the pages answer meanwhile, giving it up. {@code
 * -Dbench.rows=1000,5000,20000,50000} chooses the sizes, {@code -Dbench.created=50000} up to which the cases are created too,
 * which takes the engine some ten minutes for 50,000.
 * Bare is fastexcel reading the same file. The heap is sampled, garbage included.
 */
class GrowthBench {

    private static final int LARGEST_CREATED = Integer.getInteger("bench.created", 50_000);
    private static final Duration CREATION_LIMIT = Duration.ofMinutes(40);
    private static final Duration SAMPLE = Duration.ofMillis(40);
    private static final int CALLS = 15;
    private static final Pattern HEAP = Pattern.compile("jvm_memory_used_bytes\\{area=\"heap\"[^}]*} (\\S+)");

    @TempDir
    Path folder;

    private Browser browser;
    private ApiClient program;
    private Connection database;
    private final ScheduledExecutorService sampler = Executors.newScheduledThreadPool(2);

    @Test
    void rowsAndTime() throws Exception {
        try (var installation = new Installation(folder.resolve("home"));
                Connection application = installation.database("traject")) {
            browser = installation.caseWorker();
            program = installation.program();
            database = application;
            measure(500, LARGEST_CREATED > 0); // warms up
            for (String rows :
                    System.getProperty("bench.rows", "1000,5000,20000,50000").split(",")) {
                int count = Integer.parseInt(rows);
                measure(count, count <= LARGEST_CREATED);
            }
        } finally {
            sampler.shutdownNow();
        }
    }

    private void measure(int rows, boolean create) throws Exception {
        // A final date of its own: the same file would be the same batch.
        Path file = SampleResidents.writeTo(
                folder.resolve(rows + ".xlsx"), rows, LocalDate.of(2099, 1, 1).plusDays(rows % 365));
        System.out.printf(Locale.ROOT, "%n%,d rows | ours | bare | ratio%n", rows);
        double bare = seconds(() -> read(file));
        System.gc();
        var heap = new Heap();
        long start = System.nanoTime();
        String id =
                program.upload("/api/v1/re-examination-batches", file).get("id").asString();
        double ours = (System.nanoTime() - start) / 1e9;
        print("file read, checked and kept: s", ours, bare);
        heap.print("heap meanwhile");
        String page = "/re-examinations/" + id;
        print("check page: ms", median(page));
        if (create) {
            create(rows, id, page);
        }
        heap = new Heap();
        double discarded = seconds(() -> discard(id));
        print("given up, and every case withdrawn: s", discarded);
        heap.print("heap meanwhile");
    }

    private void create(int rows, String id, String page) throws Exception {
        var heap = new Heap();
        List<Double> meanwhile = Collections.synchronizedList(new ArrayList<>());
        ScheduledFuture<?> reader =
                sampler.scheduleWithFixedDelay(() -> meanwhile.add(millis(page)), 0, 500, TimeUnit.MILLISECONDS);
        long start = System.nanoTime();
        program.post("/api/v1/re-examination-batches/" + id + "/confirmation", "");
        await().atMost(CREATION_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        number("select count(*) from reexamination_batch where state = 'CREATED' and id = '" + id + "'")
                                == 1);
        double stored = (System.nanoTime() - start) / 1e9;
        await().atMost(CREATION_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> number("select count(*) from engine_start s join reexamination_resident r"
                                + " on r.case_id = s.business_key where s.claimed_at is not null and r.batch_id = '"
                                + id + "'")
                        == rows);
        double started = (System.nanoTime() - start) / 1e9;
        reader.cancel(false);
        System.out.printf(Locale.ROOT, "cases created: s | %.1f | | | %.0f a second%n", stored, rows / stored);
        System.out.printf(
                Locale.ROOT, "every process of theirs begun: s | %.1f | | | %.0f a second%n", started, rows / started);
        print("batch page meanwhile: ms", median(meanwhile));
        heap.print("heap meanwhile");
        print("communication page with previews: ms", median(page + "/communication?mail=7&letter=3"));
        print("image of the letter: ms", median(page + "/preview/letter.png?place=3"));
    }

    private Void discard(String id) throws IOException, InterruptedException {
        program.post("/api/v1/re-examination-batches/" + id + "/discard", "");
        await().atMost(CREATION_LIMIT)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> number("select count(*) from cases_case where state = 'OPEN' and batch_id = '" + id + "'")
                        == 0);
        return null;
    }

    private double median(String page) {
        return median(Stream.generate(() -> millis(page)).limit(CALLS).toList());
    }

    private static double median(List<Double> millis) {
        return millis.stream().sorted().skip(millis.size() / 2).findFirst().orElse(0.0);
    }

    private double millis(String page) {
        long start = System.nanoTime();
        assertThat(browser.get(page).statusCode()).as(page).isEqualTo(200);
        return (System.nanoTime() - start) / 1e6;
    }

    private static Integer read(Path file) throws IOException {
        int cells = 0;
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                cells += row.getCellCount();
            }
        }
        return cells;
    }

    private synchronized long number(String sql) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double seconds(Callable<?> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String figure, double ours) {
        System.out.printf(Locale.ROOT, "%s | %.1f | |%n", figure, ours);
    }

    private static void print(String figure, double ours, double bare) {
        System.out.printf(Locale.ROOT, "%s | %.2f | %.2f | %.2f%n", figure, ours, bare, ours / bare);
    }

    /** The most that the application's heap held since this was made. */
    private final class Heap {

        private final long before = used();
        private final AtomicLong most = new AtomicLong(before);
        private final Future<?> sampling = sampler.scheduleWithFixedDelay(
                () -> most.accumulateAndGet(used(), Math::max), 0, SAMPLE.toMillis(), TimeUnit.MILLISECONDS);

        void print(String figure) {
            sampling.cancel(false);
            System.out.printf("%s: MB | %d | | | %d before%n", figure, most.get() >> 20, before >> 20);
        }

        private long used() {
            return (long) HEAP.matcher(browser.get("/actuator/prometheus").body())
                    .results()
                    .mapToDouble(found -> Double.parseDouble(found.group(1)))
                    .sum();
        }
    }
}
