package io.vigil.arbiter.answer;

import io.vigil.message.BranchReport;
import io.vigil.message.BranchReport.Scored;
import io.vigil.message.Finding;
import java.util.List;

/** Copies of branch reports with other findings. */
final class Findings {

    private Findings() {}

    static Scored replaced(Scored report, List<Finding> findings) {
        return new Scored(
                report.branch(),
                report.score(),
                report.threatLevel(),
                report.confidence(),
                report.criticalSignals(),
                report.features(),
                findings,
                report.explanations(),
                report.micros());
    }

    static BranchReport none(BranchReport report) {
        return report instanceof Scored scored ? replaced(scored, List.of()) : report;
    }
}
