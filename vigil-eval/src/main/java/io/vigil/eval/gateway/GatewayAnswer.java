package io.vigil.eval.gateway;

import static java.util.Objects.requireNonNull;

import io.vigil.eval.guard.Judgement;
import io.vigil.message.Decision;
import io.vigil.message.DecisionProcess;
import java.util.List;

/**
 * What an evaluation reads of a gateway's answer.
 *
 * @param decision the verdict
 * @param threatScore 0 to 100
 * @param degradedBranches branches and engines that should have run and could not
 * @param decisionProcess how it came about; was asked for
 */
record GatewayAnswer(
        Decision decision, int threatScore, List<String> degradedBranches, DecisionProcess decisionProcess) {

    GatewayAnswer {
        requireNonNull(decision, "decision");
        requireNonNull(decisionProcess, "decision_process");
    }

    Judgement judgement() {
        return Judgement.of(decision, threatScore, degradedBranches, decisionProcess);
    }
}
