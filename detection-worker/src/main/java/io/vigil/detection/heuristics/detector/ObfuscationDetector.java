package io.vigil.detection.heuristics.detector;

import io.vigil.detection.canonical.ViewKind;
import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.Traces;
import io.vigil.detection.heuristics.pattern.PatternMatch;
import io.vigil.message.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Disguises. What matters is what they hide: a pattern that shows only once a disguise is off makes the score high,
 * while a disguise that hides nothing known stays a hint. Diacritics, typographic quotes and spaces, emoji and
 * exclamation marks are no disguise.
 */
public final class ObfuscationDetector implements Detector {

    private static final String FAMILY = "OBFUSCATION";

    /** Score for a hidden pattern, plus a part of that pattern's severity. */
    private static final int HIDING = 55;

    private static final int LEAST_SEVERITY = 40;
    private static final int MOST_FOR_HINTS = 38;

    /** Invisible text has no honest use outside flags, whatever it says. */
    private static final int SMUGGLED = 70;

    /** For each disguise: how many are ordinary, and the points for each one above. */
    private static final Map<Disguise, int[]> HINTS = Map.of(
            Disguise.ZERO_WIDTH, new int[] {1, 5},
            Disguise.BIDI_CONTROL, new int[] {1, 10},
            Disguise.CONTROL_CHARACTER, new int[] {3, 3},
            Disguise.STACKED_MARK, new int[] {2, 3},
            Disguise.HOMOGLYPH, new int[] {1, 6},
            Disguise.STYLED_LETTER, new int[] {8, 1},
            Disguise.ENCODED_LAYER, new int[] {0, 15},
            Disguise.SPLIT_WORD, new int[] {3, 4},
            Disguise.SPACED_LETTER, new int[] {7, 2});

    @Override
    public String name() {
        return "obfuscation";
    }

    @Override
    public SubScore score(Evidence evidence) {
        Traces traces = evidence.text().traces();
        if (traces.none()) {
            return SubScore.NONE;
        }
        var findings = new ArrayList<Finding>();
        var reasons = new ArrayList<String>();
        int hidden = hidden(evidence, findings);
        if (hidden > 0) {
            reasons.add("an attack shows only after a disguise is taken off");
        }
        int hints = Math.max(hints(traces, reasons), smuggled(traces, reasons));
        return new SubScore(Math.min(100, Math.max(hidden, hints)), findings, reasons);
    }

    private static int hints(Traces traces, List<String> reasons) {
        int points = 0;
        for (Disguise disguise : Disguise.values()) {
            int[] rule = HINTS.get(disguise);
            int above = rule == null ? 0 : traces.count(disguise) - rule[0];
            if (rule != null && above > 0) {
                points += (int) Math.min(MOST_FOR_HINTS, (long) above * rule[1]);
                reasons.add("the text contains " + disguise.description());
            }
        }
        return Math.min(MOST_FOR_HINTS, points);
    }

    private static int smuggled(Traces traces, List<String> reasons) {
        int characters = traces.count(Disguise.TAG_CHARACTER) + traces.count(Disguise.VARIATION_SELECTOR);
        if (characters < 4) {
            return 0;
        }
        reasons.add("the text contains invisible characters that spell text");
        return SMUGGLED;
    }

    /** Line breaks written as escapes, tags between words and words run together are how programs write. */
    private static boolean worn(ViewKind view, Traces traces) {
        return switch (view) {
            case DECODED -> traces.count(Disguise.ENCODED_LAYER) > 0;
            case RESPELLED ->
                traces.count(Disguise.SPLIT_WORD) > 0
                        || traces.count(Disguise.SPACED_LETTER) > 0
                        || traces.count(Disguise.LEET_WORD) > 0
                        || traces.count(Disguise.STRETCHED_WORD) > 0;
            default -> true;
        };
    }

    private static int hidden(Evidence evidence, List<Finding> findings) {
        var open = new HashSet<String>();
        int score = 0;
        for (PatternMatch match : evidence.matches()) {
            boolean folded = match.view() == ViewKind.FOLDED;
            if (folded && !Disguised.part(evidence.text().original(), match.span())) {
                open.add(match.pattern().id());
            } else if (worn(match.view(), evidence.text().traces())
                    && match.pattern().severity() >= LEAST_SEVERITY
                    && !open.contains(match.pattern().id())) {
                score = Math.max(score, Math.min(100, HIDING + match.pattern().severity() / 2));
                findings.add(new Finding(
                        FAMILY,
                        "obfuscation-hidden-attack",
                        match.pattern().severity(),
                        "an attack shows only after a disguise is taken off",
                        match.span()));
            }
        }
        return score;
    }
}
