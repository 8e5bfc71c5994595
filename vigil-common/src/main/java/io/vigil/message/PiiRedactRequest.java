package io.vigil.message;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text to redact.
 *
 * @param text 1 to 100,000 Unicode code points, not blank
 * @param entities entity types to look for, of those that the settings switch on; null for all of them, empty for none
 * @param scoreThreshold least score that counts, 0 to 1, beside the settings' own; null for theirs alone
 * @param mode what becomes of every value; null for what the settings say
 */
public record PiiRedactRequest(
        String text,
        @Nullable Set<String> entities,
        @Nullable Double scoreThreshold,
        @Nullable RedactionKind mode) {

    public PiiRedactRequest {
        text = PiiInput.text(text);
        entities = PiiInput.entities(entities);
        PiiInput.score(scoreThreshold);
    }

    /** Says nothing of the text. */
    @Override
    public String toString() {
        return "PiiRedactRequest";
    }
}
