package io.vigil.detection.heuristics.pattern;

import java.util.Arrays;

/** The parts of a text that each expression has to see: neighbourhoods that touch are one. */
final class Windows {

    /** Receives one part. */
    @FunctionalInterface
    interface Visitor {
        void visit(int expression, int from, int to);
    }

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

    void forEach(Visitor visitor) {
        if (!any) {
            return;
        }
        for (int expression = 0; expression < bounds.length; expression++) {
            for (int i = 0; i < used[expression]; i += 2) {
                visitor.visit(expression, bounds[expression][i], bounds[expression][i + 1]);
            }
        }
    }
}
