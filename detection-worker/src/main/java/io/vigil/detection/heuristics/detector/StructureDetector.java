package io.vigil.detection.heuristics.detector;

import io.vigil.detection.heuristics.pattern.AttackFamily;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Structure that imitates the frame around a prompt: forged delimiters, chat tokens, gaps that push text away. */
public final class StructureDetector implements Detector {

    private static final Set<AttackFamily> FAMILIES =
            EnumSet.of(AttackFamily.DELIMITER_ABUSE, AttackFamily.TEMPLATE_TOKEN);

    /** Line breaks in a row that no document needs. */
    private static final int GAP = 20;

    private static final int GAP_SCORE = 30;

    @Override
    public String name() {
        return "structure";
    }

    @Override
    public SubScore score(Evidence evidence) {
        SubScore patterns = PatternScore.of(evidence.matches(), FAMILIES);
        if (longestGap(evidence.text().original()) < GAP) {
            return patterns;
        }
        List<String> reasons = new ArrayList<>(patterns.reasons());
        reasons.add("a long run of empty lines separates parts of the text");
        int score = Math.min(100, patterns.score() + GAP_SCORE * (100 - patterns.score()) / 100);
        return new SubScore(score, patterns.findings(), reasons);
    }

    private static int longestGap(String text) {
        int longest = 0;
        int breaks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                breaks++;
                longest = Math.max(longest, breaks);
            } else if (c > ' ') {
                breaks = 0;
            }
        }
        return longest;
    }
}
