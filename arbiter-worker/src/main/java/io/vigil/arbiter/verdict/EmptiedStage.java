package io.vigil.arbiter.verdict;

import io.vigil.message.BranchReport;
import io.vigil.message.DetectionReport;
import io.vigil.message.Screened;

/**
 * Reports of a detection stage that was emptied to measure the transport alone. An arbiter that is not part of such a
 * measurement does not believe them: one worker started with the wrong setting would otherwise let everything pass.
 */
public final class EmptiedStage {

    private EmptiedStage() {}

    /** The message with every emptied branch reported as degraded. */
    public static Screened disbelieved(Screened message) {
        var branches = message.detection().branches().stream()
                .map(EmptiedStage::disbelieved)
                .toList();
        return new Screened(
                message.request(),
                new DetectionReport(branches, message.detection().versions()),
                message.pii(),
                message.timings());
    }

    private static BranchReport disbelieved(BranchReport report) {
        return report instanceof BranchReport.Skipped(var branch, String reason)
                        && reason.equals(BranchReport.Skipped.EMPTY_STAGE)
                ? new BranchReport.Degraded(branch, "not_installed", 0)
                : report;
    }
}
