package io.vigil.cli.state;

import java.time.Instant;

/** Tells a process from a later one that got the same id. */
public final class ProcessIdentity {

    private ProcessIdentity() {}

    /**
     * Whether this very process still runs.
     *
     * @param pid process id; 0 for none
     * @param startedAt its start in milliseconds since the epoch; 0 when unknown
     */
    public static boolean isAlive(long pid, long startedAt) {
        return pid > 0
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .filter(handle -> startedAt == 0 || startOf(handle) == startedAt)
                        .isPresent();
    }

    /** Start of a process in milliseconds since the epoch; 0 when the system does not tell. */
    public static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
