package io.vigil.arbiter.answer;

import io.vigil.arbiter.sanitise.Sanitiser;
import io.vigil.fusion.Threat;
import io.vigil.message.BranchReport;
import io.vigil.message.DetectionReport;
import io.vigil.message.Grounds;
import io.vigil.message.MatchedRule;
import io.vigil.message.ThreatLevel;
import io.vigil.policy.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a ruling was made from, in numbers and names; never text of the request. */
final class Reasons {

    private static final Comparator<MatchedRule> STRONGEST_FIRST = Comparator.comparingInt(MatchedRule::score)
            .reversed()
            .thenComparing(MatchedRule::branch)
            .thenComparing(MatchedRule::rule);

    private Reasons() {}

    static Grounds of(Ruling ruling) {
        Threat threat = ruling.verdict().threat();
        var policy = ruling.policy();
        var detection = ruling.message().detection();
        String text = ruling.message().request().text();
        return new Grounds(
                level(threat.score(), policy.thresholds()),
                Weights.byName(threat.fusion()),
                Decimals.three(threat.fusion().score()),
                lifts(ruling),
                policy.thresholds().block(),
                policy.thresholds().sanitize(),
                policy.unsanitizable().blockFrom(),
                Sanitiser.locates(text, detection, policy),
                rules(detection));
    }

    private static ThreatLevel level(int score, Thresholds thresholds) {
        if (score >= thresholds.block()) {
            return ThreatLevel.HIGH;
        }
        return score >= thresholds.sanitize() ? ThreatLevel.MEDIUM : ThreatLevel.LOW;
    }

    private static Map<String, Integer> lifts(Ruling ruling) {
        var lifts = new LinkedHashMap<String, Integer>();
        for (var boost : ruling.verdict().threat().boosts()) {
            boost.lift(ruling.policy().boosts(), ruling.message().detection())
                    .ifPresent(least -> lifts.put(boost.name(), least));
        }
        return lifts;
    }

    /** Each rule once, with the strongest of its findings. */
    private static List<MatchedRule> rules(DetectionReport detection) {
        var rules = new ArrayList<MatchedRule>();
        for (BranchReport report : detection.branches()) {
            if (report instanceof BranchReport.Scored scored) {
                scored.findings()
                        .forEach(finding -> rules.add(new MatchedRule(
                                scored.branch(),
                                finding.category(),
                                finding.pattern(),
                                finding.score(),
                                finding.description())));
            }
        }
        var seen = new HashSet<String>();
        return rules.stream()
                .sorted(STRONGEST_FIRST)
                .filter(rule -> seen.add(rule.branch() + " " + rule.rule()))
                .limit(Grounds.MAX_RULES)
                .toList();
    }
}
