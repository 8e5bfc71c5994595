package io.vigil.eval.annotation;

import io.vigil.eval.metric.Proportion;

/** Counts of one entity while texts are compared. */
final class EntityCounts {

    private int annotated;
    private int found;
    private int foundExactly;
    private int judged;
    private int right;
    private int exactlyRight;
    private int notJudged;

    void annotated(boolean isFound, boolean isFoundExactly) {
        annotated++;
        found += isFound ? 1 : 0;
        foundExactly += isFoundExactly ? 1 : 0;
    }

    void judged(boolean isRight, boolean isExactlyRight) {
        judged++;
        right += isRight ? 1 : 0;
        exactlyRight += isExactlyRight ? 1 : 0;
    }

    void notJudged() {
        notJudged++;
    }

    EntityFigures figures(String entity) {
        return new EntityFigures(
                entity,
                new Proportion(found, annotated),
                new Proportion(right, judged),
                new Proportion(foundExactly, annotated),
                new Proportion(exactlyRight, judged),
                notJudged);
    }
}
