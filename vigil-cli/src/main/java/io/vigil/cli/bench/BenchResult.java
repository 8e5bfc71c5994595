package io.vigil.cli.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * A measurement.
 *
 * @param label what was measured
 * @param mode {@code fast} or {@code full}
 * @param loop how the load was made
 * @param seconds measured time, until the last answer
 * @param answered requests with a decision
 * @param failed requests without
 * @param throughput decisions per second
 * @param latency of the answered requests
 * @param errors failed requests by kind
 * @param decisions answered requests by decision
 * @param processes CPU and memory by process
 */
record BenchResult(
        String label,
        String mode,
        String loop,
        double seconds,
        long answered,
        long failed,
        double throughput,
        Latency latency,
        Map<String, Long> errors,
        Map<String, Long> decisions,
        List<ProcessUsage> processes) {

    /** Percentiles in milliseconds. */
    record Latency(double p50Ms, double p90Ms, double p99Ms, double p999Ms, double maxMs) {

        static Latency of(Histogram micros) {
            return new Latency(
                    micros.getValueAtPercentile(50) / 1e3,
                    micros.getValueAtPercentile(90) / 1e3,
                    micros.getValueAtPercentile(99) / 1e3,
                    micros.getValueAtPercentile(99.9) / 1e3,
                    micros.getMaxValue() / 1e3);
        }
    }

    static BenchResult of(String label, LoadPlan plan, Tally tally, Duration took, List<ProcessUsage> processes) {
        Histogram latencies = tally.latencies();
        double seconds = took.toMillis() / 1e3;
        String loop = plan.isOpenLoop()
                ? "open, " + plan.rate() + " requests/s"
                : "closed, " + plan.concurrency() + " connections";
        return new BenchResult(
                label,
                plan.mode().wireName(),
                loop,
                seconds,
                latencies.getTotalCount(),
                tally.errors().values().stream().mapToLong(Long::longValue).sum(),
                latencies.getTotalCount() / seconds,
                Latency.of(latencies),
                tally.errors(),
                tally.decisions(),
                List.copyOf(processes));
    }

    /** CPU time of one process per answered request, in milliseconds. */
    double cpuMillisPerRequest(ProcessUsage process) {
        return answered == 0 ? 0 : process.cpuSeconds() * 1e3 / answered;
    }

    /** CPU time of all processes per answered request, in milliseconds. */
    double cpuMillisPerRequest() {
        return processes.stream().mapToDouble(this::cpuMillisPerRequest).sum();
    }
}
