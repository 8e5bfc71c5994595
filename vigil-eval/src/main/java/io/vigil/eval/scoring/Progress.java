package io.vigil.eval.scoring;

/** Is told of every text that is done. Thread-safe. */
@FunctionalInterface
public interface Progress {

    /**
     * One more is done.
     *
     * @param done how many are, from 1
     * @param all how many there are
     */
    void done(int done, int all);
}
