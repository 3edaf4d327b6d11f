package io.traject.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a call costs beside a bare one. The two take turns, so that whatever else the machine does meets both; and besides
 * the time that went by there is the processors' time, which a busy machine changes little: with nothing else to do, a call
 * whose data lies in memory takes about that long.
 */
public final class Costs {

    private static final int WARM_UP = 5;

    private final Supplier<List<ProcessHandle>> processes;
    private final int calls;

    /** @param processes that work for the calls */
    public Costs(int calls, Supplier<List<ProcessHandle>> processes) {
        this.calls = calls;
        this.processes = processes;
    }

    /** Of the calls, sorted; and the processors' time for one, on average. */
    public record Cost(double[] millis, double cpuMillis) {

        public double median() {
            return millis[millis.length / 2];
        }

        public double slowestTwentieth() {
            return millis[(int) (millis.length * 0.95)];
        }
    }

    public record Compared(Cost ours, Cost bare) {

        public double ratio() {
            return ours.median() / bare.median();
        }

        public double cpuRatio() {
            return ours.cpuMillis / bare.cpuMillis;
        }
    }

    public Compared compare(Callable<?> ours, Callable<?> bare) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            ours.call();
            bare.call();
        }
        List<ProcessHandle> working = processes.get();
        var our = new Sums(calls);
        var their = new Sums(calls);
        for (int i = 0; i < calls; i++) {
            our.add(ours, working);
            their.add(bare, working);
        }
        return new Compared(our.cost(), their.cost());
    }

    private static final class Sums {

        private final double[] millis;
        private double cpuMillis;
        private int count;

        Sums(int calls) {
            this.millis = new double[calls];
        }

        void add(Callable<?> call, List<ProcessHandle> working) throws Exception {
            long before = cpu(working);
            long start = System.nanoTime();
            call.call();
            millis[count++] = (System.nanoTime() - start) / 1e6;
            cpuMillis += (cpu(working) - before) / 1e6;
        }

        private static long cpu(List<ProcessHandle> working) {
            return working.stream().mapToLong(Sums::cpu).sum();
        }

        /** Linux tells it of a process with one thread to the nanosecond, of others in hundredths of a second. */
        private static long cpu(ProcessHandle process) {
            Path exact = Path.of("/proc", Long.toString(process.pid()), "schedstat");
            if (isSession(process) && Files.isReadable(exact)) {
                try {
                    return Long.parseLong(Files.readString(exact).split(" ")[0]);
                } catch (IOException e) {
                    return 0; // it has ended
                }
            }
            return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        }

        Cost cost() {
            Arrays.sort(millis);
            return new Cost(millis, cpuMillis / count);
        }
    }

    /** The processes that answer the sessions of a PostgreSQL server. */
    static Stream<ProcessHandle> sessions(ProcessHandle server) {
        return server.descendants().filter(Costs::isSession);
    }

    private static boolean isSession(ProcessHandle process) {
        return process.info()
                .command()
                .filter(path -> path.endsWith("postgres"))
                .isPresent();
    }
}
