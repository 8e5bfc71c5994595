package io.vigil.redaction;

import java.util.List;
import java.util.Map;

/**
 * What values are replaced by.
 *
 * @param replacements one for each value, in the order of the values
 * @param originals from each reversible token to the value that it stands for; empty without such tokens
 */
public record Redacted(List<Replacement> replacements, Map<String, String> originals) {

    public Redacted {
        replacements = List.copyOf(replacements);
        originals = Map.copyOf(originals);
    }

    /** Says how much there is, never what it is. */
    @Override
    public String toString() {
        return "Redacted[" + replacements.size() + " replacements, " + originals.size() + " originals]";
    }
}
