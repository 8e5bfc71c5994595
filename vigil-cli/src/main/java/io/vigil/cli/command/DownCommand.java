package io.vigil.cli.command;

import io.vigil.cli.app.Unpacker;
import io.vigil.cli.process.ChildStatus;
import io.vigil.cli.process.Tier;
import io.vigil.cli.stack.Home;
import io.vigil.cli.state.StackState;
import io.vigil.cli.state.StateFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./vigil down}. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stop the stack in order: gateway, workers (they drain), ClickHouse, NATS.")
public final class DownCommand implements Callable<Integer> {

    private static final long PATIENCE_SECONDS = 120;
    private static final long CHILD_PATIENCE_SECONDS = 30;

    @Option(names = "--purge", description = "also remove all data: streams, dead letters, stored events")
    private boolean purge;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.current();
        StateFile stateFile = new StateFile(home.stateFile());
        Optional<StackState> state = stateFile.read();
        boolean stopped = state.isEmpty() || stop(state.get());
        if (!stopped) {
            System.err.println("the stack did not stop in time; see .vigil/log");
            return 1;
        }
        System.out.println(state.isPresent() ? "stopped" : "nothing is running");
        stateFile.delete();
        if (purge) {
            Unpacker.deleteTree(home.data());
            System.out.println("removed .vigil/data");
        }
        return 0;
    }

    private static boolean stop(StackState state) throws InterruptedException {
        if (state.isRunning()) {
            System.out.println("stopping: gateway, workers, ClickHouse, NATS ...");
            return end(state.supervisorPid(), PATIENCE_SECONDS);
        }
        // The supervisor was killed: its children are stopped from here, in the same order.
        boolean all = true;
        List<ChildStatus> left = state.alive();
        Tier[] tiers = Tier.values();
        for (int i = tiers.length - 1; i >= 0; i--) {
            Tier tier = tiers[i];
            for (ChildStatus child : left.stream().filter(c -> c.tier() == tier).toList()) {
                System.out.println("stopping " + child.name() + ", left over from an earlier run");
                all &= end(child.pid(), CHILD_PATIENCE_SECONDS);
            }
        }
        return all;
    }

    private static boolean end(long pid, long patienceSeconds) throws InterruptedException {
        Optional<ProcessHandle> handle = ProcessHandle.of(pid);
        if (handle.isEmpty()) {
            return true;
        }
        handle.get().destroy();
        try {
            handle.get().onExit().get(patienceSeconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException late) {
            return false;
        }
    }
}
