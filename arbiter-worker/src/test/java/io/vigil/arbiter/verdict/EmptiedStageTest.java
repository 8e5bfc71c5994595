package io.vigil.arbiter.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.Decision;
import io.vigil.message.DetectionReport;
import io.vigil.message.Direction;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import io.vigil.message.PiiReport;
import io.vigil.message.Screened;
import io.vigil.policy.ArbiterPolicy;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmptiedStageTest {

    private static final ArbiterPolicy POLICY = ArbiterPolicy.defaults();

    private static Screened emptied() {
        var branches = Arrays.stream(BranchId.values())
                .<BranchReport>map(id -> new BranchReport.Skipped(id, "empty_stage"))
                .toList();
        return new Screened(
                new GuardRequest("r1", "hello", Direction.INPUT, Mode.FULL, false),
                new DetectionReport(branches),
                new PiiReport(List.of(), "en", List.of(), 0),
                List.of());
    }

    @Test
    void blocksWhatAnEmptiedDetectionStageLetsPass() {
        var message = EmptiedStage.disbelieved(emptied());

        assertThat(message.detection().branches()).allMatch(BranchReport.Degraded.class::isInstance);
        assertThat(Judge.judge(message, POLICY).decision()).isEqualTo(Decision.BLOCK);
    }

    @Test
    void leavesOtherReportsAsTheyAre() {
        var skipped = new BranchReport.Skipped(BranchId.CLASSIFIER, "mode_fast");
        var degraded = new BranchReport.Degraded(BranchId.SEMANTIC, "timeout", 5);
        var heuristics = new BranchReport.Degraded(BranchId.HEURISTICS, "failed", 5);
        var message = new Screened(
                emptied().request(),
                new DetectionReport(List.of(heuristics, degraded, skipped)),
                emptied().pii(),
                List.of());

        assertThat(EmptiedStage.disbelieved(message)).isEqualTo(message);
    }
}
