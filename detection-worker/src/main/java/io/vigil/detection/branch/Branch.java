package io.vigil.detection.branch;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.GuardRequest;

/** One way to tell an attack from a harmless text: embedded in this process or behind HTTP. */
public interface Branch {

    /** Which branch this is. */
    BranchId id();

    /** Which models and patterns it works with now, for the event log; empty where it does not tell. */
    default String version() {
        return "";
    }

    /**
     * Analyses the text of a request. Thread-safe; may block; bounded in time by the caller.
     *
     * @return never null; a branch that cannot answer returns {@link BranchReport.Degraded}
     */
    BranchReport analyze(GuardRequest request);
}
