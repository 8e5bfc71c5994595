package io.vigil.eval.annotation;

import java.util.List;

/**
 * What is in a text against what was found in it.
 *
 * @param text the text with its annotations
 * @param found what an engine found
 * @param names which entity may answer for which
 */
public record Comparison(AnnotatedText text, List<Annotation> found, EntityNames names) {

    public Comparison {
        found = List.copyOf(found);
    }

    /** Whether something annotated was found, at least a part of it. */
    public boolean isFound(Annotation annotated) {
        return found.stream().anyMatch(one -> agrees(one, annotated) && one.overlaps(annotated));
    }

    /** Whether something annotated was found exactly. */
    public boolean isFoundExactly(Annotation annotated) {
        return found.stream().anyMatch(one -> agrees(one, annotated) && one.coversTheSame(annotated));
    }

    /** Whether at least a part of something found is annotated as that. */
    public boolean isRight(Annotation one) {
        return text.annotations().stream().anyMatch(annotated -> agrees(one, annotated) && one.overlaps(annotated));
    }

    /** Whether something found is annotated exactly so. */
    public boolean isExactlyRight(Annotation one) {
        return text.annotations().stream()
                .anyMatch(annotated -> agrees(one, annotated) && one.coversTheSame(annotated));
    }

    /** Whether something found lies on something else that is annotated. */
    public boolean isMistaken(Annotation one) {
        return !isRight(one) && text.annotations().stream().anyMatch(one::overlaps);
    }

    private boolean agrees(Annotation one, Annotation annotated) {
        return names.answers(one.entity(), annotated.entity());
    }
}
