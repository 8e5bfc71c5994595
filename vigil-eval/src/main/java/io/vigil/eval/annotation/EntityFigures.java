package io.vigil.eval.annotation;

import io.vigil.eval.metric.Proportion;
import java.util.OptionalDouble;

/**
 * How well one entity is found. A hit shares at least one code point with its counterpart; an exact hit shares all.
 *
 * @param entity its name in the catalogue
 * @param recall which part of the annotated ones was found
 * @param precision which part of those found is annotated
 * @param exactRecall recall of exact hits
 * @param exactPrecision precision of exact hits
 * @param notJudged how many were found in files that do not annotate this entity, and lie on nothing else: right or wrong,
 *     nobody knows
 */
public record EntityFigures(
        String entity,
        Proportion recall,
        Proportion precision,
        Proportion exactRecall,
        Proportion exactPrecision,
        int notJudged) {

    private static final double RECALL_COUNTS = 4;

    /** F2 of the hits, 0 to 1: recall counts twice as much; empty where precision or recall is undefined. */
    public OptionalDouble f2() {
        return f2(recall, precision);
    }

    /** F2 of the exact hits. */
    public OptionalDouble exactF2() {
        return f2(exactRecall, exactPrecision);
    }

    /** Something annotated of which nothing was found has an F2 of 0, although its precision is undefined. */
    private static OptionalDouble f2(Proportion recall, Proportion precision) {
        if (recall.of() == 0) {
            return OptionalDouble.empty();
        }
        double r = recall.value().orElse(0);
        double p = precision.value().orElse(0);
        return OptionalDouble.of(r == 0 || p == 0 ? 0 : (1 + RECALL_COUNTS) * p * r / (RECALL_COUNTS * p + r));
    }
}
