package io.vigil.detection.cascade;

import io.vigil.detection.branch.Branch;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import java.time.Duration;

/** How the panel runs one branch. */
public sealed interface Engine {
    /** Which branch it stands for. */
    BranchId id();

    /** Which models and patterns it works with now; empty where it does not tell. */
    default String version() {
        return "";
    }

    /**
     * Computes in this process, on the panel's threads.
     *
     * @param limit time for its work, and again at most as long to wait for a free thread
     */
    record Embedded(Branch branch, Duration limit) implements Engine {
        @Override
        public BranchId id() {
            return branch.id();
        }

        @Override
        public String version() {
            return branch.version();
        }
    }

    /** Waits for somebody else most of the time and keeps its own time limit. */
    record Remote(Branch branch) implements Engine {
        @Override
        public BranchId id() {
            return branch.id();
        }

        @Override
        public String version() {
            return branch.version();
        }
    }

    /**
     * Answers at once, always the same.
     *
     * @param report what it answers
     */
    record Fixed(BranchReport report) implements Engine {
        @Override
        public BranchId id() {
            return report.branch();
        }
    }

    /** Stands for a branch that is not there although it should be. */
    static Engine notInstalled(BranchId id) {
        return new Fixed(new BranchReport.Degraded(id, "not_installed", 0));
    }

    /** Stands for a branch that is left out to measure the pipeline without it. */
    static Engine empty(BranchId id) {
        return new Fixed(new BranchReport.Skipped(id, BranchReport.Skipped.EMPTY_STAGE));
    }
}
