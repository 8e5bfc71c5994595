package io.vigil.eval.guard;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.Decision;
import io.vigil.message.DecisionProcess;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation reads off a decision.
 *
 * @param decision the verdict
 * @param threatScore 0 (harmless) to 100 (attack)
 * @param sanitizeThreshold scores from here ask for sanitising
 * @param branches score of each branch that ran, 0 to 100
 * @param degraded names of branches and engines that should have run and could not
 */
public record Judgement(
        Decision decision,
        int threatScore,
        int sanitizeThreshold,
        Map<BranchId, Integer> branches,
        List<String> degraded) {

    public Judgement {
        branches = Map.copyOf(branches);
        degraded = List.copyOf(degraded);
    }

    /** Out of an answer that explains itself. */
    public static Judgement of(Decision decision, int threatScore, List<String> degraded, DecisionProcess process) {
        var branches = new EnumMap<BranchId, Integer>(BranchId.class);
        for (BranchReport report : process.branches()) {
            if (report instanceof BranchReport.Scored scored) {
                branches.put(scored.branch(), scored.score());
            }
        }
        return new Judgement(decision, threatScore, process.sanitizeThreshold(), branches, degraded);
    }

    /** Whether nothing of the text passes. */
    public boolean blocks() {
        return decision == Decision.BLOCK;
    }

    /** Whether the text does not pass as it is, and not only for personal data in it. */
    public boolean stops() {
        return blocks() || (decision == Decision.SANITIZE && threatScore >= sanitizeThreshold);
    }
}
