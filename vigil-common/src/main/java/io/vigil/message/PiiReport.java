package io.vigil.message;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the PII stage found.
 *
 * @param entities by position, never overlapping
 * @param language ISO 639-1 code, or {@code unknown}
 * @param degraded names of engines that should have run and could not, e.g. {@code presidio}; empty when all ran
 * @param micros time taken, in microseconds
 */
public record PiiReport(List<PiiEntity> entities, String language, List<String> degraded, long micros) {

    public PiiReport {
        requireNonNull(language, "language");
        entities = List.copyOf(entities);
        degraded = List.copyOf(degraded);
        Range.micros(micros);
        for (int i = 1; i < entities.size(); i++) {
            if (entities.get(i).span().start() < entities.get(i - 1).span().end()) {
                throw new IllegalArgumentException("entities must be in order and must not overlap");
            }
        }
    }

    /** Distinct entity types in order of first appearance. */
    public List<String> types() {
        return entities.stream().map(PiiEntity::type).distinct().toList();
    }
}
