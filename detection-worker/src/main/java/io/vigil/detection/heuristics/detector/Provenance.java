package io.vigil.detection.heuristics.detector;

import io.vigil.detection.heuristics.pattern.AttackFamily;
import io.vigil.detection.heuristics.pattern.AttackPattern;
import io.vigil.detection.heuristics.pattern.PatternMatch;
import io.vigil.message.Source;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a match means by where the text comes from. To ask an assistant to add a link, to use a tool or to keep quiet about
 * something may be a wish of the person it works for; from a document or a tool it is somebody else's order.
 */
public final class Provenance {
    private static final Set<AttackFamily> ORDERS =
            EnumSet.of(AttackFamily.INDIRECT_INSTRUCTION, AttackFamily.TOOL_HIJACK, AttackFamily.EXFILTRATION);

    private Provenance() {}

    /** The matches with the severity that they have in a text of this source. */
    public static List<PatternMatch> weighed(List<PatternMatch> matches, Source source) {
        return source.isData() && !matches.isEmpty()
                ? matches.stream().map(Provenance::inData).toList()
                : matches;
    }

    private static PatternMatch inData(PatternMatch match) {
        var pattern = match.pattern();
        return ORDERS.contains(pattern.family())
                ? new PatternMatch(raised(pattern), match.view(), match.span())
                : match;
    }

    /** Half way from where it is to certainty. */
    private static AttackPattern raised(AttackPattern pattern) {
        return new AttackPattern(
                pattern.family(),
                pattern.id(),
                pattern.description() + ", inside a document or tool result",
                (pattern.severity() + 100) / 2);
    }
}
