package io.vigil.deadletter;

import java.util.Map;

/**
 * How many dead letters there are.
 *
 * @param total all that the filter means
 * @param byReason by why they were given up
 * @param byConsumer by who gave them up
 * @param complete whether the whole stream was looked at; otherwise there may be more
 */
public record LetterCounts(long total, Map<String, Long> byReason, Map<String, Long> byConsumer, boolean complete) {

    public LetterCounts {
        byReason = Map.copyOf(byReason);
        byConsumer = Map.copyOf(byConsumer);
    }
}
