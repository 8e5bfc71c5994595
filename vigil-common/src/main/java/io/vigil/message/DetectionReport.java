package io.vigil.message;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What detection found: one report for each branch.
 *
 * @param branches one entry for each {@link BranchId}, in its order
 * @param versions of the branches' models and pattern libraries, by branch name; none where a branch does not tell
 */
public record DetectionReport(List<BranchReport> branches, Map<String, String> versions) {

    public DetectionReport {
        versions = versions == null ? Map.of() : Map.copyOf(versions);
        branches = List.copyOf(branches);
        var ids = EnumSet.noneOf(BranchId.class);
        branches.forEach(report -> ids.add(report.branch()));
        if (ids.size() != branches.size() || !ids.equals(EnumSet.allOf(BranchId.class))) {
            throw new IllegalArgumentException("detection must report each branch exactly once");
        }
    }

    /** Reports of branches that do not tell their versions. */
    public DetectionReport(List<BranchReport> branches) {
        this(branches, Map.of());
    }

    /** The report of one branch; never absent. */
    public BranchReport of(BranchId id) {
        return branches.stream()
                .filter(report -> report.branch() == id)
                .findFirst()
                .orElseThrow();
    }

    /** The report of one branch where it ran. */
    public Optional<BranchReport.Scored> scored(BranchId id) {
        return of(id) instanceof BranchReport.Scored scored ? Optional.of(scored) : Optional.empty();
    }

    /** Findings of all branches that ran. */
    public List<Finding> findings() {
        return branches.stream()
                .filter(BranchReport.Scored.class::isInstance)
                .map(BranchReport.Scored.class::cast)
                .flatMap(report -> report.findings().stream())
                .toList();
    }
}
