package io.vigil.cli.process;

import java.io.Serial;
import java.util.List;

/** A child did not become ready. The message ends with the last lines that it printed. */
public final class StartFailed extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    StartFailed(String child, String why, List<String> lastLines) {
        super(child + " " + why + (lastLines.isEmpty() ? "" : ". It said last:\n  " + String.join("\n  ", lastLines)));
    }
}
