package io.vigil.cli.command;

import io.vigil.cli.local.Console;
import io.vigil.cli.local.LogFolder;
import io.vigil.cli.stack.Home;
import io.vigil.cli.view.Paint;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./vigil logs}. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Show what the processes printed: all of them, or one.")
public final class LogsCommand implements Callable<Integer> {

    private static final long POLL_MILLIS = 200;

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "name of a process, as in ./vigil status")
    private @Nullable String service;

    @Option(
            names = {"-f", "--follow"},
            description = "wait for more until Ctrl-C")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, BufferedReader> readers = open(Home.current().logs());
        if (readers.isEmpty()) {
            System.err.println(service == null ? "no logs yet" : "no log of " + service);
            return 1;
        }
        Console console = new Console(System.out, Paint.ofTerminal(), true);
        CountDownLatch interrupted = new CountDownLatch(1);
        do {
            for (Map.Entry<String, BufferedReader> entry : readers.entrySet()) {
                for (String line = entry.getValue().readLine();
                        line != null;
                        line = entry.getValue().readLine()) {
                    console.line(entry.getKey(), line);
                }
            }
        } while (follow && !interrupted.await(POLL_MILLIS, TimeUnit.MILLISECONDS));
        return 0;
    }

    private Map<String, BufferedReader> open(Path folder) throws IOException {
        Map<String, BufferedReader> readers = new TreeMap<>();
        for (String name : names(folder)) {
            readers.put(name, Files.newBufferedReader(LogFolder.file(folder, name)));
        }
        return readers;
    }

    private List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .filter(name ->
                            service == null ? !List.of("build", "test", "up").contains(name) : name.equals(service))
                    .toList();
        }
    }
}
