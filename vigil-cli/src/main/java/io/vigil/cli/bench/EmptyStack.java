package io.vigil.cli.bench;

import io.vigil.cli.app.Unpacker;
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
import io.vigil.cli.state.StateFile;
import io.vigil.cli.view.Paint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A second, short-lived stack whose stages do nothing: what it needs is the cost of HTTP and transport alone. It has ports, servers
 * and data of its own.
 *
 * @param home the checkout
 * @param mode as many NATS servers as the stack it is compared with
 */
record EmptyStack(Home home, StackMode mode) {

    BenchResult measure(LoadPlan plan) throws IOException, InterruptedException, PortsTaken, StartFailed {
        Path folder = Files.createTempDirectory(Files.createDirectories(home.temporary()), "noop");
        System.out.println("starting a second stack whose stages do nothing");
        StackPlan empty = StackPlanning.plan(home, new StackOptions(mode, folder, true), Ports.free());
        RunningStack stack = new RunningStack(
                empty,
                new StateFile(folder.resolve("stack.json")),
                new LogFolder(folder.resolve("log")),
                new Console(System.out, Paint.ofTerminal(), false));
        Thread stop = new Thread(() -> stop(stack), "vigil-stop-noop");
        Runtime.getRuntime().addShutdownHook(stop);
        try (stack) {
            stack.start();
            LoadPlan same = new LoadPlan(
                    stack.api(),
                    plan.mode(),
                    plan.rate(),
                    plan.concurrency(),
                    plan.warmUp(),
                    plan.duration(),
                    plan.timeout());
            return Measurement.take("no-op", same, stack.children());
        } finally {
            Runtime.getRuntime().removeShutdownHook(stop);
            Unpacker.deleteTree(folder);
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
