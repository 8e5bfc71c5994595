package io.vigil.pii.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one caller wants of what the settings allow.
 *
 * @param entities entity types, or null for all
 * @param leastScore beside the settings' thresholds, 0 to 1
 */
public record Scope(@Nullable Set<String> entities, double leastScore) {

    private static final Scope EVERYTHING = new Scope(null, 0);

    /** Everything that the settings allow. */
    public static Scope everything() {
        return EVERYTHING;
    }

    boolean wants(String entity, double score) {
        return score >= leastScore && (entities == null || entities.contains(entity));
    }
}
