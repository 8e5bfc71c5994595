package io.vigil.api.deadletters;

import io.vigil.deadletter.LetterCounts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of dead letters, oldest first.
 *
 * @param next what to give as {@code after} for the next page; null on the last one
 * @param counts of everything that the filter means; on the first page alone
 */
public record LetterPage(
        List<LetterView> letters,
        @Nullable Long next,
        @Nullable LetterCounts counts) {

    static final LetterPage EMPTY = new LetterPage(List.of(), null, new LetterCounts(0, Map.of(), Map.of(), true));

    public LetterPage {
        letters = List.copyOf(letters);
    }
}
