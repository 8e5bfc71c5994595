package io.vigil.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long a stack is under load before anything is counted. */
public sealed interface WarmUp {

    /** As long as this. */
    record Fixed(Duration duration) implements WarmUp {}

    /**
     * Until it gets no faster: the compilers of five virtual machines share the cores with what they compile, for one to two
     * minutes.
     */
    record UntilSteady() implements WarmUp {}

    /** One look at the load. */
    Duration SLICE = Duration.ofSeconds(10);

    /** Most looks until it is called steady. */
    int MOST_SLICES = 18;

    /** Looks without a better one after which it is called steady. */
    int PATIENCE = 3;

    /** Better is what takes less than this part of the best so far. */
    double BETTER = 0.85;

    /**
     * Whether the load got no faster for a while.
     *
     * @param latencies of all slices so far, by one percentile; infinite where requests failed
     */
    static boolean isSteady(List<Double> latencies) {
        double best = Double.POSITIVE_INFINITY;
        int since = 0;
        for (double latency : latencies) {
            boolean better = latency < best * BETTER;
            best = better ? latency : best;
            since = better ? 0 : since + 1;
        }
        return since >= PATIENCE || latencies.size() >= MOST_SLICES;
    }

    /** Puts the load on. */
    default void run(Load load, LoadPlan plan) throws InterruptedException {
        switch (this) {
            case Fixed(Duration duration) when duration.isPositive() -> load.run(plan, duration);
            case Fixed ignored -> {}
            case UntilSteady ignored -> {
                var latencies = new ArrayList<Double>();
                do {
                    var tally = load.run(plan, SLICE);
                    double p90 = tally.latencies().getValueAtPercentile(90) / 1e3;
                    latencies.add(tally.errors().isEmpty() ? p90 : Double.POSITIVE_INFINITY);
                    System.out.printf(
                            Locale.ROOT,
                            "warming up: %d s, p90 %.0f ms%s%n",
                            SLICE.toSeconds() * latencies.size(),
                            p90,
                            tally.errors().isEmpty() ? "" : ", " + tally.errors());
                } while (!isSteady(latencies));
            }
        }
    }
}
