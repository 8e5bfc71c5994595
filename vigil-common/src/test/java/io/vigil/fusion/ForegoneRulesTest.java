package io.vigil.fusion;

import static io.vigil.fusion.Reports.ran;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.Mode;
import io.vigil.message.ThreatLevel;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.policy.PolicyJson;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Single cases; that the rule never changes a decision is shown where decisions are made. */
class ForegoneRulesTest {

    private static final BranchReport LEAK =
            ran(BranchId.HEURISTICS, 100, ThreatLevel.HIGH, 1, Set.of(CriticalSignal.CANARY_LEAK));

    @Test
    void knowsABlockThatNoOtherBranchCanUndo() {
        assertThat(Foregone.isBlocked(List.of(LEAK), Mode.FULL, ArbiterPolicy.defaults()))
                .isTrue();
    }

    @Test
    void waitsWhereAnotherBranchMayStillDecide() {
        assertThat(Foregone.isBlocked(List.of(ran(BranchId.HEURISTICS, 60)), Mode.FULL, ArbiterPolicy.defaults()))
                .isFalse();
        assertThat(Foregone.isBlocked(List.of(), Mode.FULL, ArbiterPolicy.defaults()))
                .isFalse();
    }

    @Test
    void waitsWhereNothingIsBlockedAtAll() {
        ArbiterPolicy watching = PolicyJson.changed("enforcement.block", false);

        assertThat(Foregone.isBlocked(List.of(LEAK), Mode.FULL, watching)).isFalse();
    }
}
