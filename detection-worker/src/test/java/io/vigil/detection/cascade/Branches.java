package io.vigil.detection.cascade;

import io.vigil.detection.branch.Branch;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.Direction;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import io.vigil.message.ThreatLevel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** Branches with a known behaviour. */
final class Branches {
    private Branches() {}

    static Branch answering(BranchId id, int score) {
        return of(id, request -> scored(id, score));
    }

    static Branch throwing(BranchId id) {
        return of(id, request -> {
            throw new IllegalStateException(request.text());
        });
    }

    /** Does not notice interrupts, as computing code does not. */
    static Branch busyUntil(BranchId id, CountDownLatch released) {
        return of(id, request -> {
            while (released.getCount() > 0) {
                Thread.onSpinWait();
            }
            return scored(id, 1);
        });
    }

    static Branch of(BranchId id, Function<GuardRequest, BranchReport> answer) {
        return new Branch() {
            @Override
            public BranchId id() {
                return id;
            }

            @Override
            public BranchReport analyze(GuardRequest request) {
                return answer.apply(request);
            }
        };
    }

    static BranchReport.Scored scored(BranchId id, int score) {
        return new BranchReport.Scored(id, score, ThreatLevel.LOW, 1, Set.of(), Map.of(), List.of(), List.of(), 5);
    }

    static GuardRequest request(Mode mode) {
        return new GuardRequest("r1", "some text", Direction.INPUT, mode, false);
    }
}
