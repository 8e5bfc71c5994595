package io.vigil.cli.local;

import io.vigil.cli.process.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what each child prints in a file of its own; the file of the run before stays as {@code .1}. */
public final class LogFolder implements Journal, AutoCloseable {

    private final Path folder;
    private final Map<String, Writer> files = new ConcurrentHashMap<>();

    /**
     * Creates the folder.
     *
     * @param folder where the files go
     */
    public LogFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** The file of one child. */
    public static Path file(Path folder, String child) {
        return folder.resolve(child + ".log");
    }

    @Override
    public void line(String child, String line) {
        Writer file = files.computeIfAbsent(child, this::open);
        try {
            synchronized (file) {
                file.write(line);
                file.write('\n');
                file.flush();
            }
        } catch (IOException full) {
            throw new UncheckedIOException("cannot write the log of " + child, full);
        }
    }

    @Override
    public void event(String child, String what) {
        line(child, "--- " + what);
    }

    private Writer open(String child) {
        Path file = file(folder, child);
        try {
            if (Files.exists(file)) {
                Files.move(file, file.resolveSibling(child + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + file, e);
        }
    }

    @Override
    public void close() throws IOException {
        for (Writer file : files.values()) {
            file.close();
        }
    }
}
