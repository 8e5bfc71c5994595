package io.vigil.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.DetectionReport;
import io.vigil.message.Mode;
import io.vigil.message.ThreatLevel;
import io.vigil.policy.ArbiterPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws of the fused score over many random reports; the seed is fixed, so a failure repeats. */
class ThreatPropertyTest {

    private static final int ROUNDS = 5_000;
    private static final List<ThreatLevel> LEVELS = List.of(ThreatLevel.values());
    private static final ArbiterPolicy POLICY = ArbiterPolicy.defaults();

    private final Random random = new Random(20261121);

    @Test
    void neverFallsWhereABranchScoresHigherWithoutBoosts() {
        for (int round = 0; round < ROUNDS; round++) {
            int[] scores = {random.nextInt(101), random.nextInt(101), random.nextInt(101)};
            double before = mean(scores);
            int branch = random.nextInt(3);
            scores[branch] = scores[branch] + random.nextInt(101 - scores[branch]);
            assertThat(mean(scores)).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void staysBetweenTheLowestAndTheHighestScoreWithoutBoosts() {
        for (int round = 0; round < ROUNDS; round++) {
            int[] scores = {random.nextInt(101), random.nextInt(101), random.nextInt(101)};
            double low = Math.min(scores[0], Math.min(scores[1], scores[2]));
            double high = Math.max(scores[0], Math.max(scores[1], scores[2]));
            assertThat(mean(scores)).isBetween(low - 1e-9, high + 1e-9);
        }
    }

    @Test
    void staysInRangeForAnyReportAndIsAFunctionOfIt() {
        for (int round = 0; round < ROUNDS; round++) {
            DetectionReport report = anyReport();
            Mode mode = random.nextBoolean() ? Mode.FULL : Mode.FAST;
            Threat threat = Threat.of(report, mode, POLICY);
            assertThat(threat.score()).isBetween(0, 100);
            assertThat(threat.score())
                    .isGreaterThanOrEqualTo((int) threat.fusion().score());
            assertThat(threat.fusion().confidence()).isBetween(0.0, 1.0);
            double shares = threat.fusion().weights().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            assertThat(Math.abs(shares - (threat.fusion() instanceof Fusion.Weighed ? 1 : 0)))
                    .isLessThan(1e-9);
            assertThat(Threat.of(report, mode, POLICY)).isEqualTo(threat);
        }
    }

    private static double mean(int[] scores) {
        return Threat.of(Reports.scores(scores[0], scores[1], scores[2]), Mode.FULL, POLICY)
                .fusion()
                .score();
    }

    private DetectionReport anyReport() {
        var reports = new ArrayList<BranchReport>();
        for (BranchId branch : BranchId.values()) {
            reports.add(
                    switch (random.nextInt(4)) {
                        case 0 -> Reports.degraded(branch);
                        case 1 -> Reports.skipped(branch, random.nextBoolean() ? "empty_stage" : "mode_fast");
                        default -> anyScore(branch);
                    });
        }
        return new DetectionReport(reports);
    }

    private BranchReport anyScore(BranchId branch) {
        var signals = EnumSet.noneOf(CriticalSignal.class);
        for (CriticalSignal signal : CriticalSignal.values()) {
            if (random.nextBoolean()) {
                signals.add(signal);
            }
        }
        ThreatLevel level = LEVELS.get(random.nextInt(LEVELS.size()));
        return Reports.ran(branch, random.nextInt(101), level, random.nextDouble(), signals);
    }
}
