package io.vigil.eval.scoring;

import io.vigil.eval.guard.Guard;
import io.vigil.eval.guard.NoDecisionException;
import io.vigil.eval.sample.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Has texts decided, a bounded number at a time. */
public final class Scoring {

    private final Guard guard;
    private final int concurrency;
    private final Progress progress;

    /**
     * With a guard.
     *
     * @param concurrency how many texts at a time, at least 1
     */
    public Scoring(Guard guard, int concurrency, Progress progress) {
        this.guard = guard;
        this.concurrency = concurrency;
        this.progress = progress;
    }

    /**
     * Blocks until every text has a decision, or none for a known reason.
     *
     * @throws InterruptedException the evaluation was given up
     */
    public Scores of(List<Sample> samples) throws InterruptedException {
        var done = new AtomicInteger();
        var scored = new ArrayList<Scored>(samples.size());
        var failures = new TreeMap<String, Integer>();
        try (var threads = Executors.newFixedThreadPool(concurrency)) {
            try {
                var judged = samples.stream()
                        .map(sample -> threads.submit(judging(sample, done, samples.size())))
                        .toList();
                for (Future<Scored> each : judged) {
                    collect(each, scored, failures);
                }
            } finally {
                threads.shutdownNow();
            }
        }
        return new Scores(scored, failures);
    }

    private Callable<Scored> judging(Sample sample, AtomicInteger done, int all) {
        return () -> {
            try {
                return new Scored(sample, guard.judge(sample));
            } finally {
                progress.done(done.incrementAndGet(), all);
            }
        };
    }

    private static void collect(Future<Scored> judged, List<Scored> scored, Map<String, Integer> failures)
            throws InterruptedException {
        try {
            scored.add(judged.get());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof NoDecisionException none)) {
                throw new IllegalStateException("a text could not be judged", e.getCause());
            }
            failures.merge(none.reason(), 1, Integer::sum);
        }
    }
}
