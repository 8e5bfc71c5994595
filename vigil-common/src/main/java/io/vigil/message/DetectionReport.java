package io.vigil.message;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * What detection found: one report for each branch.
 *
 * @param branches one entry for each {@link BranchId}, in its order
 */
public record DetectionReport(List<BranchReport> branches) {

    public DetectionReport {
        branches = List.copyOf(branches);
        var ids = EnumSet.noneOf(BranchId.class);
        branches.forEach(report -> ids.add(report.branch()));
        if (ids.size() != branches.size() || !ids.equals(EnumSet.allOf(BranchId.class))) {
            throw new IllegalArgumentException("detection must report each branch exactly once");
        }
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
