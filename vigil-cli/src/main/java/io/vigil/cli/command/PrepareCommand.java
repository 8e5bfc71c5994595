package io.vigil.cli.command;

import io.vigil.cli.app.Unpacker;
import io.vigil.cli.bench.TrainingLoad;
import io.vigil.cli.local.Console;
import io.vigil.cli.local.LogFolder;
import io.vigil.cli.local.RunningStack;
import io.vigil.cli.local.StackPlanning;
import io.vigil.cli.process.PortsTaken;
import io.vigil.cli.process.StartFailed;
import io.vigil.cli.stack.Home;
import io.vigil.cli.stack.LocalServers;
import io.vigil.cli.stack.Ports;
import io.vigil.cli.stack.RunnableApp;
import io.vigil.cli.stack.Service;
import io.vigil.cli.stack.StackMode;
import io.vigil.cli.stack.StackOptions;
import io.vigil.cli.stack.StackPlan;
import io.vigil.cli.state.StateFile;
import io.vigil.cli.view.Paint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * The last step of {@code ./vigil build}: runs a short-lived stack once, so that each service leaves a cache of loaded and linked
 * classes and of method profiles (JEP 514, 483, 515). It halves the CPU time of every later start, and hot methods are compiled
 * with the first requests instead of after thousands.
 */
@Command(name = "prepare", hidden = true, description = "Unpack the services and make their class caches.")
public final class PrepareCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.current();
        Map<Service, RunnableApp> apps = StackPlanning.apps(home);
        Map<Service, RunnableApp> recording = new EnumMap<>(Service.class);
        apps.forEach((service, app) -> {
            if (!Files.exists(Unpacker.cacheOf(app))) {
                recording.put(
                        service, new RunnableApp(app.jar(), List.of("-XX:AOTCacheOutput=" + Unpacker.cacheOf(app))));
            }
        });
        if (recording.isEmpty()) {
            return 0;
        }
        System.out.println("making class caches for a quick start, once per build: about a minute");
        Map<Service, RunnableApp> all = new EnumMap<>(apps);
        all.putAll(recording);
        Path folder = Files.createTempDirectory(Files.createDirectories(home.temporary()), "prepare");
        try {
            train(folder, all);
        } catch (PortsTaken | StartFailed e) {
            System.out.println("no class caches, the start will be slower: " + e.getMessage());
        } finally {
            Unpacker.deleteTree(folder);
        }
        return 0;
    }

    private static void train(Path folder, Map<Service, RunnableApp> apps)
            throws IOException, InterruptedException, PortsTaken, StartFailed {
        StackPlan plan = StackPlan.of(
                new StackOptions(StackMode.SINGLE, folder, false),
                StackPlanning.jdk(),
                Ports.free(),
                System.getenv(),
                LocalServers.from(System.getenv()),
                apps);
        Console console = new Console(System.out, Paint.ofTerminal(), false);
        RunningStack stack = new RunningStack(
                plan, new StateFile(folder.resolve("stack.json")), new LogFolder(folder.resolve("log")), console);
        try (stack) {
            stack.start();
            TrainingLoad.on(stack.api());
        }
    }
}
