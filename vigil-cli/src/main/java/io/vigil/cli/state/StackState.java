package io.vigil.cli.state;

import io.vigil.cli.process.ChildStatus;
import java.util.List;

/**
 * A running stack as other terminals see it.
 *
 * @param supervisorPid process that runs the children
 * @param supervisorStartedAt its start in milliseconds since the epoch, so that a reused process id is not mistaken for it
 * @param mode {@code single} or {@code cluster}
 * @param ready whether all children were ready once
 * @param api base URL of the gateway
 * @param natsServers URLs of the NATS servers, separated by commas
 * @param clickhouse base URL of ClickHouse; empty for none
 * @param children the processes
 */
public record StackState(
        long supervisorPid,
        long supervisorStartedAt,
        String mode,
        boolean ready,
        String api,
        String natsServers,
        String clickhouse,
        List<ChildStatus> children) {

    public StackState {
        children = List.copyOf(children);
    }

    /** Whether the supervisor still runs. */
    public boolean isRunning() {
        return ProcessIdentity.isAlive(supervisorPid, supervisorStartedAt);
    }

    /** Children whose process still runs. */
    public List<ChildStatus> alive() {
        return children.stream()
                .filter(child -> ProcessIdentity.isAlive(child.pid(), child.startedAt()))
                .toList();
    }
}
