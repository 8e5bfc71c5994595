package io.vigil.detection.classifier;

import io.vigil.detection.branch.Branch;
import io.vigil.detection.canonical.Canonicalizer;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.GuardRequest;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Branch C, embedded: the window of a text that reads most like an attack decides. Thread-safe; computes on the calling
 * thread and stops between two runs of the transformer when that thread is interrupted.
 */
public final class ClassifierBranch implements Branch, AutoCloseable {
    private final Canonicalizer canonicalizer = new Canonicalizer();
    private final TextClassifier classifier;
    private final int mostWindows;
    private final LongSupplier nanos;

    /**
     * A branch over a classifier, which it closes.
     *
     * @param mostWindows how many windows of one text the transformer reads at most, 1 or more
     * @param nanos elapsed time in nanoseconds from any origin
     */
    ClassifierBranch(TextClassifier classifier, int mostWindows, LongSupplier nanos) {
        this.classifier = classifier;
        this.mostWindows = mostWindows;
        this.nanos = nanos;
    }

    @Override
    public BranchId id() {
        return BranchId.CLASSIFIER;
    }

    @Override
    public String version() {
        return classifier.spec().modelVersion();
    }

    @Override
    public BranchReport analyze(GuardRequest request) {
        long started = nanos.getAsLong();
        var plan = ReadingPlan.of(canonicalizer.read(request.text()), request.source(), classifier, mostWindows);
        var verdicts = new Verdicts(classifier.spec());
        verdicts.settle(plan.settled(), plan.estimate());
        for (var batch : plan.batches()) {
            if (Thread.currentThread().isInterrupted()) {
                return new BranchReport.Degraded(id(), "timeout", micros(started));
            }
            var excerpts = batch.stream().map(ReadingPlan.Passage::excerpt).toList();
            var logOdds = classifier.logOdds(excerpts, request.source());
            for (int i = 0; i < batch.size(); i++) {
                verdicts.add(batch.get(i), logOdds.get(i));
            }
            if (verdicts.isFinal()) {
                break;
            }
        }
        return verdicts.report(plan.total(), micros(started));
    }

    private long micros(long started) {
        return TimeUnit.NANOSECONDS.toMicros(nanos.getAsLong() - started);
    }

    @Override
    public void close() {
        classifier.close();
    }
}
