package io.vigil.cli.command;

import io.vigil.cli.local.Console;
import io.vigil.cli.local.LogFolder;
import io.vigil.cli.local.RunningStack;
import io.vigil.cli.local.StackPlanning;
import io.vigil.cli.process.PortsTaken;
import io.vigil.cli.process.StartFailed;
import io.vigil.cli.stack.Home;
import io.vigil.cli.stack.Ports;
import io.vigil.cli.stack.StackMode;
import io.vigil.cli.stack.StackOptions;
import io.vigil.cli.stack.StackPlan;
import io.vigil.cli.state.StackState;
import io.vigil.cli.state.StateFile;
import io.vigil.cli.view.Paint;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./vigil up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Start NATS, ClickHouse, the workers and the gateway; Ctrl-C drains and stops them.")
public final class UpCommand implements Callable<Integer> {

    @Option(names = "--cluster", description = "three NATS servers and three copies of every message")
    private boolean cluster;

    @Option(
            names = {"-d", "--detach"},
            description = "return once everything is ready, and leave it running")
    private boolean detach;

    @Option(
            names = {"-v", "--verbose"},
            description = "show what the processes print while they start, too")
    private boolean verbose;

    /** Whoever started this process tells the first key: what this one prints is kept in a file. */
    @Option(names = "--detached", hidden = true)
    private boolean detached;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.current();
        StateFile stateFile = new StateFile(home.stateFile());
        Optional<StackState> other = stateFile
                .read()
                .filter(state -> state.isRunning() || !state.alive().isEmpty());
        if (other.isPresent()) {
            System.err.println(alreadyThere(other.get()));
            return 1;
        }
        if (detach) {
            return new Detached(home, stateFile).up(cluster);
        }
        return foreground(home, stateFile);
    }

    private static String alreadyThere(StackState state) {
        return state.isRunning()
                ? "already running (%s, process %d): %s%nLook with ./vigil status, stop with ./vigil down"
                        .formatted(state.mode(), state.supervisorPid(), state.api())
                : "processes of an earlier run are still there; stop them with ./vigil down";
    }

    private int foreground(Home home, StateFile stateFile) throws IOException, InterruptedException {
        Paint paint = Paint.ofTerminal();
        Console console = new Console(System.out, paint, verbose);
        StackMode mode = cluster ? StackMode.CLUSTER : StackMode.SINGLE;
        StackPlan plan =
                StackPlanning.plan(home, new StackOptions(mode, home.data(), false), Ports.from(System.getenv()));
        RunningStack stack = new RunningStack(plan, stateFile, new LogFolder(home.logs()), console);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "vigil-stop"));
        try {
            long before = System.nanoTime();
            stack.start();
            System.out.println(Greeting.of(plan, (System.nanoTime() - before) / 1e9, paint));
            if (!detached) {
                System.out.println(FirstAdminKey.greeting(plan.api()));
            }
            console.showLines();
            stopped.await();
            return 0;
        } catch (PortsTaken | StartFailed e) {
            System.err.println(paint.bad(String.valueOf(e.getMessage())));
            return 1;
        }
    }

    private static void stop(RunningStack stack) {
        try {
            stack.close();
        } catch (IOException e) {
            System.err.println("vigil: " + e.getMessage());
        }
    }
}
