package io.vigil.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server process that tests may treat badly. It ends with this process at the latest. */
public final class ServerProcess {

    /** Starts the process. */
    @FunctionalInterface
    public interface Launch {
        Process start() throws IOException;
    }

    private final Launch launch;
    private final Thread undertaker = new Thread(this::kill, "server-undertaker");
    private @Nullable Process process;

    /** Prepares a process that ends with this one at the latest. */
    public ServerProcess(Launch launch) {
        this.launch = launch;
        Runtime.getRuntime().addShutdownHook(undertaker);
    }

    /** Starts the process; it must not be running. */
    public Process start() {
        if (isAlive()) {
            throw new IllegalStateException("is running");
        }
        try {
            Process started = launch.start();
            process = started;
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** SIGKILL; returns when the process is gone. */
    public void kill() {
        Process current = process;
        if (current != null) {
            current.destroyForcibly();
            await(current, 10);
        }
    }

    /** SIGTERM; returns when the process is gone, killed at last. */
    public void terminate() {
        Process current = process;
        if (current != null) {
            current.destroy();
            if (!await(current, 45)) {
                kill();
            }
        }
    }

    /** Sends a signal by its short name, e.g. {@code STOP}. */
    public void signal(String name) {
        Process current = process;
        if (current == null || !current.isAlive()) {
            throw new IllegalStateException("is not running");
        }
        try {
            // the shell's own command: the program of that name is not on every machine
            var shell = new ProcessBuilder("sh", "-c", "kill -" + name + " " + current.pid()).start();
            if (!await(shell, 10) || shell.exitValue() != 0) {
                throw new IllegalStateException("signal " + name + " could not be sent");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until every thread has stopped: the kernel delivers the signal to each in its own time. Linux only. */
    void awaitStopped() {
        Process current = process;
        Path threads = Path.of("/proc", current == null ? "" : Long.toString(current.pid()), "task");
        if (current != null && Files.isDirectory(threads)) {
            Eventually.withinSeconds(10).isTrue("all threads stopped", () -> {
                try (var all = Files.list(threads)) {
                    return all.allMatch(ServerProcess::isStopped);
                }
            });
        }
    }

    private static boolean isStopped(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the process and forgets it. */
    public void close() {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(undertaker);
        } catch (IllegalStateException alreadyShuttingDown) {
            // the hook runs by itself then
        }
    }

    private static boolean await(Process process, int seconds) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor(seconds, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
