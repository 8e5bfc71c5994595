package io.vigil.arbiter.answer;

import io.vigil.fusion.Boost;
import io.vigil.fusion.Fusion;
import io.vigil.fusion.Threat;
import io.vigil.message.BranchReport;
import io.vigil.message.PiiReport;
import io.vigil.verdict.Flag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reasons of a decision in plain words: numbers, names and what the branches say; never text of the request. */
final class Explanations {

    private Explanations() {}

    static List<String> of(Ruling ruling) {
        var lines = new ArrayList<String>();
        Threat threat = ruling.verdict().threat();
        for (BranchReport report : ruling.message().detection().branches()) {
            lines.add(contribution(report, threat.fusion()));
            if (report instanceof BranchReport.Scored scored) {
                lines.addAll(scored.explanations());
            }
        }
        for (Boost boost : threat.boosts()) {
            boost.lift(ruling.policy().boosts(), ruling.message().detection())
                    .ifPresent(least -> lines.add(
                            "%s: %s, so the score is at least %d".formatted(boost.name(), boost.reason(), least)));
        }
        personalData(ruling.message().pii(), lines);
        for (Flag flag : ruling.verdict().flags()) {
            lines.add(flag.reason());
        }
        return lines;
    }

    private static String contribution(BranchReport report, Fusion fusion) {
        String name = report.branch().wireName();
        return switch (report) {
            case BranchReport.Scored scored -> {
                double share = fusion.weights().getOrDefault(report.branch(), 0.0);
                yield String.format(
                        Locale.ROOT,
                        "%s scored %d, weight %.2f, and adds %.1f points",
                        name,
                        scored.score(),
                        share,
                        share * scored.score());
            }
            case BranchReport.Degraded degraded ->
                "%s did not answer (%s); the other branches decide".formatted(name, degraded.reason());
            case BranchReport.Skipped skipped ->
                skipped.reason().equals(BranchReport.Skipped.DECIDED)
                        ? "%s was left out: the text is blocked whatever it says".formatted(name)
                        : "%s was left out (%s)".formatted(name, skipped.reason());
        };
    }

    private static void personalData(PiiReport pii, List<String> lines) {
        if (!pii.entities().isEmpty()) {
            lines.add("personal data found: " + String.join(", ", pii.types()));
        }
        if (!pii.degraded().isEmpty()) {
            lines.add("not every engine for personal data answered: " + String.join(", ", pii.degraded()));
        }
    }
}
