package io.vigil.detection.heuristics.detector;

import io.vigil.detection.heuristics.pattern.AttackFamily;
import java.util.EnumSet;
import java.util.Set;

/**
 * Attempts to take over the model, and requests that a policy forbids: every family but program code, because jailbreaks
 * mix them.
 */
public final class InjectionDetector implements Detector {

    private static final Set<AttackFamily> FAMILIES = EnumSet.complementOf(EnumSet.of(AttackFamily.CODE_INJECTION));

    @Override
    public String name() {
        return "injection";
    }

    @Override
    public SubScore score(Evidence evidence) {
        return PatternScore.of(evidence.matches(), FAMILIES);
    }
}
