package io.vigil.cli.stack;

import java.nio.file.Path;
import java.util.List;

/**
 * A service unpacked and ready to start.
 *
 * @param jar the small jar whose manifest names its libraries
 * @param flags flags for the virtual machine that make it start quickly
 */
public record RunnableApp(Path jar, List<String> flags) {

    public RunnableApp {
        flags = List.copyOf(flags);
    }
}
