package io.vigil.detection.heuristics.detector;

import io.vigil.detection.heuristics.pattern.AttackFamily;
import io.vigil.detection.heuristics.pattern.AttackPattern;
import io.vigil.detection.heuristics.pattern.PatternMatch;
import io.vigil.message.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Scores the matches of some families. The strongest pattern counts in full; each further one takes its share of what
 * is still missing to 100, weaker the more there are, so that hints add up and never exceed a certainty.
 */
final class PatternScore {

    /** Share of the second, third, fourth pattern, and so on. */
    private static final double[] SHARES = {1, 0.6, 0.5, 0.4, 0.3, 0.2, 0.15, 0.1};

    private PatternScore() {}

    /** Scores the matches whose family is one of the given. */
    static SubScore of(List<PatternMatch> matches, Set<AttackFamily> families) {
        var findings = new ArrayList<Finding>();
        var patterns = new LinkedHashSet<AttackPattern>();
        for (PatternMatch match : matches) {
            AttackPattern pattern = match.pattern();
            if (families.contains(pattern.family())) {
                patterns.add(pattern);
                findings.add(new Finding(
                        pattern.family().name(),
                        pattern.id(),
                        pattern.severity(),
                        pattern.description(),
                        match.span()));
            }
        }
        if (patterns.isEmpty()) {
            return SubScore.NONE;
        }
        List<AttackPattern> strongestFirst = patterns.stream()
                .sorted(Comparator.comparingInt(AttackPattern::severity).reversed())
                .toList();
        return new SubScore(together(strongestFirst), findings, reasons(strongestFirst));
    }

    private static int together(List<AttackPattern> strongestFirst) {
        double missing = 1;
        for (int i = 0; i < Math.min(SHARES.length, strongestFirst.size()); i++) {
            missing *= 1 - SHARES[i] * strongestFirst.get(i).severity() / 100.0;
        }
        return (int) Math.round(100 * (1 - missing));
    }

    private static List<String> reasons(List<AttackPattern> strongestFirst) {
        return strongestFirst.stream()
                .map(AttackPattern::description)
                .distinct()
                .limit(10)
                .toList();
    }
}
