package io.vigil.cli.local;

import io.vigil.cli.process.Journal;
import io.vigil.cli.view.Paint;
import java.io.PrintStream;

/** Shows children on the terminal: progress while they start, then one log stream with a coloured name before each line. */
public final class Console implements Journal {

    private static final int NAME_WIDTH = 16;

    private final PrintStream out;
    private final Paint paint;
    private volatile boolean showsLines;

    /**
     * @param showsLines whether to show what children print from the beginning; otherwise from {@link #showLines()} on
     */
    public Console(PrintStream out, Paint paint, boolean showsLines) {
        this.out = out;
        this.paint = paint;
        this.showsLines = showsLines;
    }

    /** From now on, what children print is shown. */
    public void showLines() {
        showsLines = true;
    }

    @Override
    public void line(String child, String line) {
        if (showsLines) {
            out.println(prefix(child) + line);
        }
    }

    @Override
    public void event(String child, String what) {
        out.println(prefix(child) + paint.strong(what));
    }

    private String prefix(String child) {
        String padded = child + " ".repeat(Math.max(0, NAME_WIDTH - child.length()));
        return paint.named(child, padded + " | ");
    }
}
