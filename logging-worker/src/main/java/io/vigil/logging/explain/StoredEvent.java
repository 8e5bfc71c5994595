package io.vigil.logging.explain;

import io.vigil.message.BranchReport;
import io.vigil.message.Grounds;
import io.vigil.wire.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** What the log has of an event besides what a list shows; the components are columns. */
record StoredEvent(
        List<String> explanations,
        String text,
        Map<String, Long> queuedMicros,
        Map<String, Long> workMicros,
        Map<String, Integer> piiCounts,
        Map<String, String> versions,
        String branchesJson,
        String groundsJson) {

    /** What {@link StoredEvent} is made of. */
    static final String COLUMNS =
            "explanations, text, queued_micros, work_micros, pii_counts, versions, branches_json, grounds_json";

    private static final TypeReference<List<BranchReport>> REPORTS = new TypeReference<>() {};

    /** What the branches reported; nothing where another version wrote it. */
    List<BranchReport> branches() {
        try {
            return branchesJson.isEmpty() ? List.of() : Json.mapper().readValue(branchesJson, REPORTS);
        } catch (JacksonException writtenByAnotherVersion) {
            return List.of();
        }
    }

    /** What the decision was made from; null where nothing was decided, or another version wrote it. */
    @Nullable Grounds grounds() {
        try {
            return groundsJson.isEmpty() ? null : Json.mapper().readValue(groundsJson, Grounds.class);
        } catch (JacksonException writtenByAnotherVersion) {
            return null;
        }
    }
}
