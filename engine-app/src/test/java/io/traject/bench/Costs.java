package io.traject.bench;

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
final class Costs {

    private static final int WARM_UP = 5;

    private final Supplier<List<ProcessHandle>> processes;
    private final int calls;

    /** @param processes that work for the calls */
    Costs(int calls, Supplier<List<ProcessHandle>> processes) {
        this.calls = calls;
        this.processes = processes;
    }

    /** Of the calls, sorted; and the processors' time for one, on average. */
    record Cost(double[] millis, double cpuMillis) {

        double median() {
            return millis[millis.length / 2];
        }

        double slowestTwentieth() {
            return millis[(int) (millis.length * 0.95)];
        }
    }

    record Compared(Cost ours, Cost bare) {

        double ratio() {
            return ours.median() / bare.median();
        }

        double cpuRatio() {
            return ours.cpuMillis / bare.cpuMillis;
        }
    }

    Compared compare(Callable<?> ours, Callable<?> bare) throws Exception {
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
            return working.stream()
                    .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                    .mapToLong(Duration::toNanos)
                    .sum();
        }

        Cost cost() {
            Arrays.sort(millis);
            return new Cost(millis, cpuMillis / count);
        }
    }

    /** The processes that answer the sessions of a PostgreSQL server. */
    static Stream<ProcessHandle> sessions(ProcessHandle server) {
        return server.descendants()
                .filter(process -> process.info().command().filter(path -> path.endsWith("postgres")).isPresent());
    }
}
