package io.vigil.cli.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** The secret that keys of a local stack are hashed with: made once, kept beside the streams that hold the hashes. */
final class Pepper {

    static final String VARIABLE = "VIGIL_KEYS_PEPPER";

    private static final int BYTES = 32;

    private Pepper() {}

    /** The user's, or that of the stack with this folder. */
    static String of(Path data, Map<String, String> environment) throws IOException {
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return named;
        }
        Path file = Files.createDirectories(data).resolve("keys-pepper");
        if (!Files.exists(file)) {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, HexFormat.of().formatHex(secret), StandardOpenOption.WRITE);
        }
        return Files.readString(file).strip();
    }
}
