package io.vigil.cli.local;

import io.vigil.cli.process.BackOff;
import io.vigil.cli.process.ChildStatus;
import io.vigil.cli.process.Journal;
import io.vigil.cli.process.PortsTaken;
import io.vigil.cli.process.StartFailed;
import io.vigil.cli.process.Supervisor;
import io.vigil.cli.stack.StackPlan;
import io.vigil.cli.state.ProcessIdentity;
import io.vigil.cli.state.StackState;
import io.vigil.cli.state.StateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** One stack with its log files and its state file. */
public final class RunningStack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StackPlan plan;
    private final StateFile stateFile;
    private final LogFolder logs;
    private final Journal journal;
    private final Supervisor supervisor;
    private volatile boolean ready;
    private volatile boolean closed;

    /**
     * Starts nothing yet.
     *
     * @param plan what to run
     * @param stateFile where to tell others about it
     * @param logs files of what the children print
     * @param console the terminal
     */
    public RunningStack(StackPlan plan, StateFile stateFile, LogFolder logs, Journal console) {
        this.plan = plan;
        this.stateFile = stateFile;
        this.logs = logs;
        this.journal = new Both(console);
        this.supervisor = new Supervisor(plan.children(), journal, BackOff.USUAL);
    }

    /** Starts everything and waits until it is ready. */
    public void start() throws PortsTaken, StartFailed, InterruptedException, IOException {
        PortsTaken.refuse(plan.claims());
        writeState();
        supervisor.start(PATIENCE);
        ready = true;
        writeState();
    }

    /** Base URL of the gateway. */
    public URI api() {
        return plan.api();
    }

    /** The processes. */
    public List<ChildStatus> children() {
        return supervisor.children();
    }

    private synchronized void writeState() throws IOException {
        if (closed) {
            return;
        }
        ProcessHandle self = ProcessHandle.current();
        stateFile.write(new StackState(
                self.pid(),
                ProcessIdentity.startOf(self),
                plan.options().mode().label(),
                ready,
                plan.api().toString(),
                plan.natsServers(),
                plan.clickhouse().map(URI::toString).orElse(""),
                supervisor.children()));
    }

    /** Stops everything in order and forgets the state. */
    @Override
    public void close() throws IOException {
        supervisor.close();
        synchronized (this) {
            closed = true;
            stateFile.delete();
        }
        logs.close();
    }

    /** Writes lines and events to the file and the terminal, and notes every event in the state. */
    private final class Both implements Journal {

        private final Journal console;

        Both(Journal console) {
            this.console = console;
        }

        @Override
        public void line(String child, String line) {
            logs.line(child, line);
            console.line(child, line);
        }

        @Override
        public void event(String child, String what) {
            logs.event(child, what);
            console.event(child, what);
            try {
                writeState();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write the state of the stack", e);
            }
        }
    }
}
