package io.vigil.arbiter.sanitise;

import io.vigil.message.BranchReport;
import io.vigil.message.BranchReport.Scored;
import io.vigil.message.DetectionReport;
import io.vigil.message.Finding;
import io.vigil.message.Span;
import io.vigil.message.ThreatLevel;
import io.vigil.policy.ArbiterPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the attack is.
 *
 * @param spans places that findings of branches that ran name, in no order, possibly overlapping
 * @param complete whether there are spans, and every branch that reads {@code HIGH} names one (where the policy asks
 *     for that)
 */
record Evidence(List<Span> spans, boolean complete) {

    static Evidence in(String text, DetectionReport detection, ArbiterPolicy policy) {
        var spans = new ArrayList<Span>();
        boolean highUnlocated = false;
        for (BranchReport report : detection.branches()) {
            if (report instanceof Scored scored) {
                int before = spans.size();
                collect(text, scored, policy.sanitize().minFindingScore(), spans);
                highUnlocated |= scored.threatLevel() == ThreatLevel.HIGH && spans.size() == before;
            }
        }
        boolean missed = highUnlocated && policy.unsanitizable().highWithoutSpan();
        return new Evidence(spans, !spans.isEmpty() && !missed);
    }

    private static void collect(String text, Scored report, int minScore, List<Span> into) {
        for (Finding finding : report.findings()) {
            if (finding.span() != null && finding.score() >= minScore) {
                Redacted.within(text, finding.span()).ifPresent(into::add);
            }
        }
    }
}
