package io.vigil.eval.report;

import io.vigil.eval.metric.Interval;
import io.vigil.eval.metric.Proportion;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Figures as cells of a table: rates in percent, areas and F scores with three decimals, {@code -} for what is not defined. */
public final class Cells {

    private static final String NOTHING = "-";
    private static final double PERCENT = 100;

    private Cells() {}

    /** A rate with its 95 % interval. */
    public static String rate(Proportion proportion) {
        return proportion.value().isEmpty()
                ? NOTHING
                : percent(proportion.value().getAsDouble())
                        + proportion
                                .interval95()
                                .map(range -> " (" + percent(range.low()) + "–" + percent(range.high()) + ")")
                                .orElse("");
    }

    /** A rate with its 95 % interval. */
    public static String rate(Optional<Proportion> proportion) {
        return proportion.map(Cells::rate).orElse(NOTHING);
    }

    /** A rate alone. */
    public static String plainRate(Proportion proportion) {
        return proportion.value().isEmpty()
                ? NOTHING
                : percent(proportion.value().getAsDouble());
    }

    /** A figure from 0 to 1 alone. */
    public static String unit(OptionalDouble value) {
        return value.isEmpty() ? NOTHING : unit(value.getAsDouble());
    }

    /** A figure from 0 to 1 with its 95 % interval. */
    public static String unit(OptionalDouble value, Optional<Interval> interval) {
        return unit(value)
                + interval.map(range -> " (" + unit(range.low()) + "–" + unit(range.high()) + ")")
                        .orElse("");
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.1f", rate * PERCENT);
    }

    private static String unit(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
