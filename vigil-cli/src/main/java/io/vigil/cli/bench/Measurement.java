package io.vigil.cli.bench;

import io.vigil.cli.process.ChildStatus;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGeneratorFactory;

/** Warms up, then measures one load on one stack. */
public final class Measurement {

    private static final long SEED = 20_261_121;

    private Measurement() {}

    /**
     * Runs the load.
     *
     * @param label what is measured, for the report
     * @param children processes whose CPU time is reported; may be empty
     */
    static BenchResult take(String label, LoadPlan plan, List<ChildStatus> children) throws InterruptedException {
        // The prefix makes texts of two runs different; their choice and order stay the same.
        String run = Long.toString(System.nanoTime() & 0xffffff, 36);
        Corpus corpus = new Corpus(RandomGeneratorFactory.of("L64X128MixRandom").create(SEED), run);
        try (GuardClient client = new GuardClient(plan)) {
            Load load = new Load(corpus::next, client::send);
            plan.warmUp().run(load, plan);
            CpuClock clock = new CpuClock(children);
            long before = System.nanoTime();
            Tally tally = load.run(plan, plan.duration());
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            return BenchResult.of(label, plan, tally, took, clock.stop());
        }
    }
}
