package io.vigil.message;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text to look for personal data in.
 *
 * @param text 1 to 100,000 Unicode code points, not blank
 * @param entities entity types to look for, of those that the settings switch on; null for all of them, empty for none
 * @param scoreThreshold least score that counts, 0 to 1, beside the settings' own; null for theirs alone
 * @param returnExplanation whether to say why; null means no
 */
public record PiiAnalyzeRequest(
        String text,
        @Nullable Set<String> entities,
        @Nullable Double scoreThreshold,
        @Nullable Boolean returnExplanation) {

    public PiiAnalyzeRequest {
        text = PiiInput.text(text);
        entities = PiiInput.entities(entities);
        PiiInput.score(scoreThreshold);
    }

    /** Says nothing of the text. */
    @Override
    public String toString() {
        return "PiiAnalyzeRequest";
    }
}
