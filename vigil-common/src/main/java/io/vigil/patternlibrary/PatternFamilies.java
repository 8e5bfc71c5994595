package io.vigil.patternlibrary;

import java.util.List;

/**
 * The families of attack patterns that a detection worker searches for.
 *
 * @param families in the order of the library
 */
public record PatternFamilies(List<Family> families) {

    public PatternFamilies {
        families = List.copyOf(families);
    }

    /**
     * One family.
     *
     * @param family its name, e.g. {@code prompt-leak}
     * @param description what its attacks try to do
     * @param patterns number of its patterns
     * @param active whether it is searched for
     * @param revision revision in the bucket; 0 is what comes with the worker
     */
    public record Family(String family, String description, int patterns, boolean active, long revision) {}
}
