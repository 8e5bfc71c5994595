package io.vigil.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Where this build lies on the disk. */
final class Checkout {

    private Checkout() {}

    /** The root of the multi-module build. */
    static Path root() {
        return Path.of(System.getProperty("vigil.root", System.getProperty("user.dir")))
                .toAbsolutePath();
    }

    /** A log file in the build directory of the module under test. */
    static Path log(String name) {
        try {
            return Files.createDirectories(Path.of("target", "servers").toAbsolutePath())
                    .resolve(name + ".log");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path temporaryDirectory(String name) {
        try {
            return Files.createTempDirectory("vigil-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void deleteRecursively(Path directory) {
        try (var files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
