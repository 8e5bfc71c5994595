package io.vigil.cli.command;

import io.vigil.cli.local.LogFolder;
import io.vigil.cli.stack.Home;
import io.vigil.cli.state.StackState;
import io.vigil.cli.state.StateFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Starts {@code up} as a process of its own, shows its progress and leaves it once it is ready.
 *
 * @param home the checkout
 * @param stateFile where the other process tells its state
 */
record Detached(Home home, StateFile stateFile) {

    private static final long POLL_MILLIS = 100;

    int up(boolean cluster) throws IOException, InterruptedException {
        Path output = LogFolder.file(Files.createDirectories(home.logs()), "up");
        Process process = new ProcessBuilder(command(cluster))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        int shown = 0;
        while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
            shown = show(output, shown);
            Optional<URI> ready = stateFile
                    .read()
                    .filter(StackState::ready)
                    .map(StackState::api)
                    .map(URI::create);
            if (ready.isPresent()) {
                process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
                show(output, shown);
                if (process.isAlive()) {
                    System.out.println(FirstAdminKey.greeting(ready.get()));
                    return 0;
                }
                return process.exitValue();
            }
        }
        show(output, shown);
        return process.exitValue();
    }

    private static int show(Path output, int shown) throws IOException {
        String text = Files.readString(output);
        System.out.print(text.substring(Math.min(shown, text.length())));
        System.out.flush();
        return text.length();
    }

    private static List<String> command(boolean cluster) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.vigil.cli.Vigil", "up", "--detached"));
        if (cluster) {
            command.add("--cluster");
        }
        return command;
    }
}
