package io.vigil.cli.command;

import io.vigil.cli.process.ChildStatus;
import io.vigil.cli.process.HttpProbe;
import io.vigil.cli.stack.Home;
import io.vigil.cli.state.ProcessIdentity;
import io.vigil.cli.state.StackState;
import io.vigil.cli.state.StateFile;
import io.vigil.cli.usage.ProcFs;
import io.vigil.cli.view.TextTable;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code ./vigil status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "Processes, health, memory, what waits in the queue, dead letters. Fails when not everything is up.")
public final class StatusCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Optional<StackState> read = new StateFile(Home.current().stateFile()).read();
        if (read.isEmpty()) {
            System.out.println("not running: start with ./vigil up");
            return 1;
        }
        StackState state = read.get();
        boolean allUp = state.isRunning();
        TextTable table = new TextTable("process", "pid", "port", "health", "RSS MB", "restarts");
        for (ChildStatus child : state.children()) {
            String health = health(child);
            allUp &= health.equals("ready");
            table.row(child.name(), child.pid(), child.port(), health, megabytes(child.pid()), child.restarts());
        }
        System.out.println(table);
        System.out.println();
        if (!state.isRunning()) {
            System.out.println("the supervisor is gone: clean up with ./vigil down");
        }
        System.out.println(QueueStatus.of(URI.create(state.api())));
        return allUp ? 0 : 1;
    }

    private static String health(ChildStatus child) {
        if (!ProcessIdentity.isAlive(child.pid(), child.startedAt())) {
            return "stopped";
        }
        return HttpProbe.isOk(URI.create(child.readiness())) ? "ready" : "not ready";
    }

    private static String megabytes(long pid) {
        return ProcFs.residentBytes(pid)
                .map(bytes -> Long.toString(bytes >> 20))
                .orElse("-");
    }
}
