package io.vigil.detection.heuristics.pattern;

import java.util.Arrays;

/**
 * The parts of a text that each expression has to see: neighbourhoods that touch are one, up to a length from which on
 * another begins, so that a flood of one keyword is many parts and takes no more than its turn.
 */
final class Windows {

    /** Receives one part. */
    @FunctionalInterface
    interface Visitor {
        void visit(int expression, int from, int to);
    }

    /** Parts grow no longer than this; the next one overlaps by its first neighbourhood. */
    private static final int LONGEST = 1_000;

    private final int[][] bounds;
    private final int[] used;
    private boolean any;

    Windows(int expressions) {
        this.bounds = new int[expressions][];
        this.used = new int[expressions];
    }

    /** Adds a neighbourhood; for one expression they arrive with ends that never go back. */
    void add(int expression, int from, int to) {
        any = true;
        int[] known = bounds[expression];
        int n = used[expression];
        if (known != null && from <= known[n - 1] && to - Math.min(known[n - 2], from) <= LONGEST) {
            known[n - 2] = Math.min(known[n - 2], from);
            known[n - 1] = Math.max(known[n - 1], to);
            return;
        }
        if (known == null) {
            known = new int[8];
        } else if (n == known.length) {
            known = Arrays.copyOf(known, n * 2);
        }
        known[n] = from;
        known[n + 1] = to;
        bounds[expression] = known;
        used[expression] = n + 2;
    }

    /**
     * Visits the parts, those of all expressions in turn, so that a flood of one keyword hides no other.
     *
     * @param budget most characters visited together; the part in which it ends is visited whole
     * @return what is left of it, 0 or more
     */
    int forEach(int budget, Visitor visitor) {
        int left = budget;
        boolean more = any;
        for (int part = 0; more && left > 0; part += 2) {
            more = false;
            for (int expression = 0; expression < bounds.length && left > 0; expression++) {
                if (part < used[expression]) {
                    int from = bounds[expression][part];
                    int to = bounds[expression][part + 1];
                    visitor.visit(expression, from, to);
                    left -= to - from;
                    more = true;
                }
            }
        }
        return Math.max(0, left);
    }
}
