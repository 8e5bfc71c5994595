package io.vigil.detection.remote;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.ThreatLevel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads the answer of prompt-guard-api, which knows a verdict and two fixed risk scores, onto the common scale. */
final class PromptGuardAnswerReader implements AnswerReader {
    private static final int ATTACK_SCORE = 85;
    private static final int MEDIUM_FROM = 40;
    private static final double RISK_WHEN_MISSING = 0.01;
    private static final double CONFIDENCE_WHEN_MISSING = 0.5;

    @Override
    public BranchReport read(JsonNode answer, long micros) throws BadAnswerException {
        var fields = new Fields(answer);
        boolean attack = fields.flag("is_attack");
        double risk = fields.numberOr("risk_score", 0, 1, RISK_WHEN_MISSING);
        int score = attack ? ATTACK_SCORE : (int) Math.round(100 * (risk == 0 ? RISK_WHEN_MISSING : risk));
        return new BranchReport.Scored(
                BranchId.CLASSIFIER,
                score,
                threatLevel(attack, score),
                fields.numberOr("confidence", 0, 1, CONFIDENCE_WHEN_MISSING),
                attack ? Set.of(CriticalSignal.LLM_ATTACK) : Set.of(),
                Map.of("is_attack", attack ? 1.0 : 0.0, "risk_score", risk),
                List.of(),
                List.of(attack ? "classifier says attack" : "classifier says safe"),
                micros);
    }

    private static ThreatLevel threatLevel(boolean attack, int score) {
        if (attack) {
            return ThreatLevel.HIGH;
        }
        return score >= MEDIUM_FROM ? ThreatLevel.MEDIUM : ThreatLevel.LOW;
    }
}
