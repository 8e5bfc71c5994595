package io.vigil.arbiter.verdict;

import io.vigil.fusion.Threat;
import io.vigil.message.Decision;
import io.vigil.verdict.Flag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a text.
 *
 * @param sanitizedText only with {@link Decision#SANITIZE}
 * @param flags in the order in which they were raised
 */
public record Verdict(
        Decision decision, Threat threat, @Nullable String sanitizedText, List<Flag> flags) {

    public Verdict {
        flags = List.copyOf(flags);
    }
}
