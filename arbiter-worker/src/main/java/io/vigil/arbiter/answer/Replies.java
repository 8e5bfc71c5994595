package io.vigil.arbiter.answer;

import io.vigil.fusion.Fusion;
import io.vigil.message.BranchReport;
import io.vigil.message.Decision;
import io.vigil.message.DecisionProcess;
import io.vigil.message.Finding;
import io.vigil.message.GuardDecision;
import io.vigil.message.PiiEntity;
import io.vigil.message.PiiReport;
import java.util.List;

/** The answer to whoever asked. */
public final class Replies {

    private Replies() {}

    /** The answer; with its reasons where the request wants them. */
    public static GuardDecision of(Ruling ruling) {
        var request = ruling.message().request();
        var verdict = ruling.verdict();
        PiiReport pii = ruling.message().pii();
        Summary summary = Summary.of(ruling);
        return new GuardDecision(
                request.requestId(),
                verdict.decision(),
                verdict.threat().score(),
                Decimals.three(verdict.threat().fusion().confidence()),
                summary.categories(),
                !pii.entities().isEmpty(),
                pii.types(),
                verdict.sanitizedText(),
                verdict.decision() == Decision.BLOCK ? ruling.policy().blockMessage() : null,
                summary.flags(),
                summary.degraded(),
                request.returnDecisionProcess() ? process(ruling, summary) : null);
    }

    private static DecisionProcess process(Ruling ruling, Summary summary) {
        CodePoints points = CodePoints.of(ruling.message().request().text());
        PiiReport pii = ruling.message().pii();
        var policy = ruling.policy();
        Fusion fusion = ruling.verdict().threat().fusion();
        return new DecisionProcess(
                ruling.message().detection().branches().stream()
                        .map(report -> inCodePoints(report, points))
                        .toList(),
                Weights.byName(fusion),
                Decimals.three(fusion.score()),
                summary.boosts(),
                policy.thresholds().block(),
                policy.thresholds().sanitize(),
                pii.entities().stream()
                        .map(entity -> inCodePoints(entity, points))
                        .toList(),
                pii.language(),
                Explanations.of(ruling),
                ruling.timings(),
                ruling.revision());
    }

    private static BranchReport inCodePoints(BranchReport report, CodePoints points) {
        if (!(report instanceof BranchReport.Scored scored)) {
            return report;
        }
        List<Finding> findings = scored.findings().stream()
                .map(finding -> inCodePoints(finding, points))
                .toList();
        return Findings.replaced(scored, findings);
    }

    private static Finding inCodePoints(Finding finding, CodePoints points) {
        return finding.span() == null
                ? finding
                : new Finding(
                        finding.category(),
                        finding.pattern(),
                        finding.score(),
                        finding.description(),
                        points.of(finding.span()));
    }

    private static PiiEntity inCodePoints(PiiEntity entity, CodePoints points) {
        return new PiiEntity(entity.type(), points.of(entity.span()), entity.score(), entity.replacement());
    }
}
