package io.vigil.message;

import org.jspecify.annotations.Nullable;

/**
 * Why something counts as personal data.
 *
 * @param engine who found it: {@code embedded}, {@code ner} (the operator's model for names) or {@code presidio}
 * @param source the document that defines such values; null where the engine does not say
 * @param provedScore score of a value that is proved and has no word beside it that speaks for it; null where the engine
 *     does not say. A higher score means that a word speaks for it
 * @param threshold least score that counts, 0 to 1
 */
public record PiiExplanation(
        String engine, @Nullable String source, @Nullable Double provedScore, double threshold) {}
