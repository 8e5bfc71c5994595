package io.vigil.detection.semantic;

import io.vigil.encoder.Tokens;
import io.vigil.encoder.Window;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Decides which windows are worth a run of the model. A linear estimate of the evidence from the words of a window costs
 * less than a thousandth of the model; windows that it places far below any threshold are settled by it. Immutable,
 * thread-safe.
 */
final class WindowScreen {
    private final ScreenWeights weights;

    WindowScreen(ScreenWeights weights) {
        this.weights = weights;
    }

    /**
     * What the screen says about a text.
     *
     * @param suspicious windows for the model, the most suspicious first, none with the same words as another
     * @param settled the highest estimate among the others; negative infinity without others
     */
    record Screened(List<Window> suspicious, double settled) {}

    /** Looks at every window. */
    Screened screen(List<Window> windows, Tokens tokens, ScreenLimits limits) {
        record Ranked(Window window, double estimate) {}
        var suspicious = new ArrayList<Ranked>();
        var seen = new HashSet<IntBuffer>();
        double settled = Double.NEGATIVE_INFINITY;
        for (var window : windows) {
            double estimate = weights.estimate(tokens, window);
            if (estimate < limits.threshold()) {
                settled = Math.max(settled, estimate);
            } else if (seen.add(IntBuffer.wrap(tokens.ids(window)))) {
                suspicious.add(new Ranked(window, estimate));
            }
        }
        suspicious.sort(Comparator.comparingDouble(Ranked::estimate).reversed());
        if (suspicious.size() > limits.most()) {
            settled = Math.max(settled, limits.threshold());
            suspicious.subList(limits.most(), suspicious.size()).clear();
        }
        return new Screened(suspicious.stream().map(Ranked::window).toList(), settled);
    }
}
