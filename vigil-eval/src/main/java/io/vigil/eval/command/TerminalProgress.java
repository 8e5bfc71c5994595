package io.vigil.eval.command;

import io.vigil.eval.scoring.Progress;
import java.io.PrintWriter;

/** Shows progress: on a terminal one line that changes, elsewhere a line for each tenth. */
final class TerminalProgress implements Progress {

    private static final int TERMINAL_STEPS = 200;
    private static final int FILE_STEPS = 10;

    private final PrintWriter out;
    private final boolean terminal;

    /**
     * Shows it here.
     *
     * @param terminal whether a line can be written over
     */
    TerminalProgress(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public void done(int done, int all) {
        int steps = terminal ? TERMINAL_STEPS : FILE_STEPS;
        if (step(done, all, steps) > step(done - 1, all, steps)) {
            out.print((terminal ? "\r" : "") + done + " of " + all + " texts" + (terminal && done < all ? "" : "\n"));
            out.flush();
        }
    }

    private static long step(int done, int all, int steps) {
        return (long) done * steps / all;
    }
}
