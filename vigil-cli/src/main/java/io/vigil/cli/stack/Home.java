package io.vigil.cli.stack;

import java.nio.file.Path;

/**
 * The checkout and the git-ignored folder in it that holds everything that is obtained, written or remembered.
 *
 * @param root the checkout
 */
public record Home(Path root) {

    /** The checkout that {@code ./vigil} named. */
    public static Home current() {
        return new Home(
                Path.of(System.getProperty("vigil.root", ".")).toAbsolutePath().normalize());
    }

    /** The git-ignored folder. */
    public Path hidden() {
        return root.resolve(".vigil");
    }

    /** What a running stack tells other terminals. */
    public Path stateFile() {
        return hidden().resolve("run").resolve("stack.json");
    }

    /** One log file per process. */
    public Path logs() {
        return hidden().resolve("log");
    }

    /** Streams and tables: survive {@code down}. */
    public Path data() {
        return hidden().resolve("data");
    }

    /** Services unpacked for a quick start. */
    public Path apps() {
        return hidden().resolve("app");
    }

    /** Where short-lived stacks keep everything. */
    public Path temporary() {
        return hidden().resolve("tmp");
    }
}
