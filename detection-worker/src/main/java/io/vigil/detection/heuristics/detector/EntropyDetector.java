package io.vigil.detection.heuristics.detector;

import java.util.List;

/**
 * Text that no writer would produce: optimised suffixes mix letters and signs within words. It is a hint, so the score
 * stays at {@value #MOST} or below.
 *
 * <p>Source of the idea: Zou et al., Universal and Transferable Adversarial Attacks on Aligned Language Models (2023).
 */
public final class EntropyDetector implements Detector {

    private static final int MOST = 35;
    private static final int WINDOW = 160;
    private static final int SHORTEST = 40;

    /** Changes between letters and signs for each character: prose stays below 0.1, dense code below 0.3. */
    private static final double ORDINARY = 0.26;

    @Override
    public String name() {
        return "entropy";
    }

    @Override
    public SubScore score(Evidence evidence) {
        String text = evidence.text().original();
        if (text.length() < SHORTEST) {
            return SubScore.NONE;
        }
        double density = changes(text, Math.max(0, text.length() - WINDOW));
        int score = (int) Math.round(Math.clamp((density - ORDINARY) * 200, 0, MOST));
        return score == 0
                ? SubScore.NONE
                : new SubScore(score, List.of(), List.of("the text ends in a mixture of letters and signs"));
    }

    private static double changes(String text, int from) {
        int changes = 0;
        for (int i = from + 1; i < text.length(); i++) {
            char a = text.charAt(i - 1);
            char b = text.charAt(i);
            boolean between = a > ' ' && b > ' ' && a < 0x80 && b < 0x80;
            changes += between && Character.isLetter(a) != Character.isLetter(b) ? 1 : 0;
        }
        return (double) changes / (text.length() - from);
    }
}
