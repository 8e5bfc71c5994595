package io.vigil.detection.heuristics.detector;

import io.vigil.detection.heuristics.pattern.AttackFamily;
import java.util.EnumSet;
import java.util.Set;

/** Attacks on the systems around the model: injected SQL, scripts, shell commands; requests for credentials. */
public final class SecurityDetector implements Detector {

    private static final Set<AttackFamily> FAMILIES =
            EnumSet.of(AttackFamily.CODE_INJECTION, AttackFamily.CREDENTIAL_HARVESTING);

    @Override
    public String name() {
        return "security";
    }

    @Override
    public SubScore score(Evidence evidence) {
        return PatternScore.of(evidence.matches(), FAMILIES);
    }
}
