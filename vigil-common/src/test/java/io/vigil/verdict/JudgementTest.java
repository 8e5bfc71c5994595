package io.vigil.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.fusion.Fusion;
import io.vigil.fusion.Threat;
import io.vigil.message.BranchId;
import io.vigil.message.Decision;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.policy.PolicyJson;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

    private static final ArbiterPolicy DEFAULTS = ArbiterPolicy.defaults();
    private static final Cleaned CLEAN = new Cleaned(true, true, false);

    private record Cleaned(boolean changed, boolean attackLocated, boolean nothingLeft) implements Cleaning {}

    private static Evidence score(int score, boolean personalData) {
        var fusion = new Fusion.Weighed(score, 0.9, Map.of(BranchId.HEURISTICS, 1.0));
        return new Evidence(new Threat(score, fusion, List.of()), personalData, false);
    }

    private static Judgement judged(Evidence evidence, ArbiterPolicy policy, Cleaned cleaned) {
        return Judgement.of(evidence, policy, () -> cleaned);
    }

    @ParameterizedTest
    @CsvSource({"29, ALLOW", "30, SANITIZE", "69, SANITIZE", "70, BLOCK"})
    void drawsTheBandsAtTheThresholds(int score, Decision expected) {
        assertThat(judged(score(score, false), DEFAULTS, CLEAN).decision()).isEqualTo(expected);
    }

    @Test
    void cleansPersonalDataOutOfAHarmlessText() {
        assertThat(judged(score(0, true), DEFAULTS, CLEAN)).isEqualTo(new Judgement(Decision.SANITIZE, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"49, ALLOW, SUSPICIOUS", "50, BLOCK, UNSANITIZABLE"})
    void blocksFromTheMiddleOnWhereTheAttackHasNoPlace(int score, Decision expected, Flag flag) {
        assertThat(judged(score(score, false), DEFAULTS, new Cleaned(false, false, false)))
                .isEqualTo(new Judgement(expected, List.of(flag)));
    }

    @Test
    void blocksWhereCleaningLeavesNothing() {
        assertThat(judged(score(0, true), DEFAULTS, new Cleaned(true, true, true)))
                .isEqualTo(new Judgement(Decision.BLOCK, List.of(Flag.NOTHING_LEFT)));
    }

    @Test
    void blocksATextThatNoBranchSaw() {
        var unseen = new Evidence(new Threat(100, new Fusion.Blind(), List.of()), false, false);

        assertThat(judged(unseen, DEFAULTS, CLEAN))
                .isEqualTo(new Judgement(Decision.BLOCK, List.of(Flag.ALL_BRANCHES_DEGRADED)));
    }

    @Test
    void saysThatNothingWasChecked() {
        var idle = new Evidence(new Threat(0, new Fusion.Idle(), List.of()), false, false);

        assertThat(judged(idle, DEFAULTS, CLEAN)).isEqualTo(new Judgement(Decision.ALLOW, List.of(Flag.NOOP)));
    }

    @Test
    void saysWhatItWouldEnforce() {
        assertThat(judged(score(90, false), PolicyJson.changed("enforcement.block", false), CLEAN)
                        .flags())
                .contains(Flag.BLOCK_NOT_ENFORCED);
        assertThat(judged(score(0, true), PolicyJson.changed("enforcement.sanitize", false), CLEAN))
                .isEqualTo(new Judgement(Decision.ALLOW, List.of(Flag.SANITIZE_NOT_ENFORCED)));
    }

    @Test
    void namesEveryFlagOnTheWireAndReadsItBack() {
        for (Flag flag : Flag.values()) {
            assertThat(Flag.of(flag.wireName())).contains(flag);
            assertThat(flag.reason()).isNotBlank();
        }
        assertThat(Flag.of("no_such_flag")).isEmpty();
    }
}
