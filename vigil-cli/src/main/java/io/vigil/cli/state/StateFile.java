package io.vigil.cli.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a running stack leaves its {@link StackState}.
 *
 * @param path the file; its folder is created when needed
 */
public record StateFile(Path path) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Replaces the file at once, so that a reader never sees half of it. */
    public void write(StackState state) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "stack", ".tmp");
        Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(state));
        Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The last state written; empty when there is none or it cannot be read. */
    public Optional<StackState> read() throws IOException {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(path), StackState.class));
        } catch (JacksonException unreadable) {
            return Optional.empty();
        }
    }

    /** Forgets the stack. */
    public void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
