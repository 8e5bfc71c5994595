package io.vigil.eval.guard;

import io.vigil.eval.sample.Sample;

/** Decides about texts. Thread-safe. */
public interface Guard extends AutoCloseable {

    /** What it is, in words for the head of a report. */
    String description();

    /**
     * Decides about one text; blocks until it has.
     *
     * @throws NoDecisionException there is none
     * @throws InterruptedException the evaluation was given up
     */
    Judgement judge(Sample sample) throws NoDecisionException, InterruptedException;

    @Override
    void close();
}
