package io.vigil.message;

import java.util.Map;

/**
 * What a decision was made by.
 *
 * @param versions of models and pattern libraries, by name of the branch; none where a branch does not tell
 * @param pipeline version of the suite; empty where it is not known
 * @param instance which process decided; empty where it is not known
 */
public record Provenance(Map<String, String> versions, String pipeline, String instance) {

    /** Nobody said anything. */
    public static final Provenance UNKNOWN = new Provenance(Map.of(), "", "");

    public Provenance {
        versions = versions == null ? Map.of() : Map.copyOf(versions);
        pipeline = pipeline == null ? "" : pipeline;
        instance = instance == null ? "" : instance;
    }
}
