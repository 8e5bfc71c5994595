package io.vigil.detection.heuristics.detector;

import io.vigil.detection.heuristics.pattern.AttackFamily;
import java.util.EnumSet;
import java.util.Set;

/** Persuasion: role play, fiction, authority, emotion. */
public final class WhisperDetector implements Detector {

    private static final Set<AttackFamily> FAMILIES = EnumSet.of(
            AttackFamily.ROLEPLAY_ESCAPE, AttackFamily.HYPOTHETICAL_ESCAPE, AttackFamily.AUTHORITY_AND_EMOTION);

    @Override
    public String name() {
        return "whisper";
    }

    @Override
    public SubScore score(Evidence evidence) {
        return PatternScore.of(evidence.matches(), FAMILIES);
    }
}
