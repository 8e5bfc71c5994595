package io.vigil.detection.heuristics.pattern;

import java.util.Arrays;

/** The parts of a text that each expression has to see: neighbourhoods that touch are one. */
final class Windows {

    /** Receives one part. */
    @FunctionalInterface
    interface Visitor {
        void visit(int expression, int from, int to);
    }

    /** A part of this length is seen whole although the budget ends within it. */
    private static final int WHOLE = 1_000;

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
        if (known != null && from <= known[n - 1]) {
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
     * @param budget most characters visited together
     */
    void forEach(int budget, Visitor visitor) {
        int left = any ? budget : 0;
        boolean more = true;
        for (int part = 0; more && left > 0; part += 2) {
            more = false;
            for (int expression = 0; expression < bounds.length && left > 0; expression++) {
                if (part < used[expression]) {
                    int from = bounds[expression][part];
                    int to = Math.min(bounds[expression][part + 1], from + Math.max(left, WHOLE));
                    visitor.visit(expression, from, to);
                    left -= to - from;
                    more = true;
                }
            }
        }
    }
}
