package io.vigil.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One child process over all its restarts. */
final class Child {

    private static final int REMEMBERED_LINES = 25;

    private final ChildSpec spec;
    private final Journal journal;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private volatile @Nullable Process process;
    private volatile long startedNanos;
    private final AtomicInteger starts = new AtomicInteger();

    Child(ChildSpec spec, Journal journal) {
        this.spec = spec;
        this.journal = journal;
    }

    ChildSpec spec() {
        return spec;
    }

    /** Starts the process; {@code onExit} hears when it has ended, for whatever reason. */
    void start(Consumer<Child> onExit) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ownSession(spec.command())).redirectErrorStream(true);
        builder.environment().putAll(spec.environment());
        Process started = builder.start();
        process = started;
        startedNanos = System.nanoTime();
        starts.incrementAndGet();
        Thread.ofVirtual().name("log-" + spec.name()).start(() -> pump(started));
        var _ = started.onExit().thenAccept(ended -> onExit.accept(this));
    }

    // Ctrl-C reaches every process of the terminal's foreground group; a session of its own keeps the order of stopping
    // ours.
    private static List<String> ownSession(List<String> command) {
        Path setsid = Path.of("/usr/bin/setsid");
        if (!Files.isExecutable(setsid)) {
            return command;
        }
        List<String> inSession = new ArrayList<>(List.of(setsid.toString()));
        inSession.addAll(command);
        return inSession;
    }

    private void pump(Process started) {
        try (BufferedReader reader = started.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                remember(line);
                journal.line(spec.name(), line);
            }
        } catch (IOException closed) {
            // The pipe breaks when the process is killed: its end is reported by onExit.
            remember("(output ended: " + closed.getMessage() + ")");
        }
    }

    private void remember(String line) {
        synchronized (lastLines) {
            lastLines.addLast(line);
            if (lastLines.size() > REMEMBERED_LINES) {
                lastLines.removeFirst();
            }
        }
    }

    List<String> lastLines() {
        synchronized (lastLines) {
            return List.copyOf(lastLines);
        }
    }

    boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    boolean isReady() {
        return isAlive() && HttpProbe.isOk(spec.readiness());
    }

    /** How long the current or last process has been there. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** Exit status of the ended process. */
    int exitStatus() {
        Process current = process;
        return current == null || current.isAlive() ? 0 : current.exitValue();
    }

    /** Asks the process to end; returns at once. */
    void requestStop() {
        Process current = process;
        if (current == null || !current.isAlive()) {
            return;
        }
        if (spec.stop() == StopSignal.END_OF_INPUT) {
            try {
                current.getOutputStream().close();
            } catch (IOException broken) {
                current.destroy();
            }
        } else {
            // Not Process.destroy(): that closes the pipe, and what the child says while it drains would be lost.
            current.toHandle().destroy();
        }
    }

    /** Waits for the end; kills after the grace period. Returns whether it ended by itself. */
    boolean awaitStop() throws InterruptedException {
        Process current = process;
        if (current == null || current.waitFor(spec.grace().toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        current.destroyForcibly().waitFor();
        return false;
    }

    ChildStatus status() {
        Process current = process;
        long startedAt = current == null
                ? 0
                : current.info()
                        .startInstant()
                        .map(java.time.Instant::toEpochMilli)
                        .orElse(0L);
        return new ChildStatus(
                spec.name(),
                spec.tier(),
                current == null ? 0 : current.pid(),
                startedAt,
                spec.ports().isEmpty() ? 0 : spec.ports().getFirst().port(),
                spec.readiness().toString(),
                Math.max(0, starts.get() - 1));
    }
}
