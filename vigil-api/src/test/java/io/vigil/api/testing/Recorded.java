package io.vigil.api.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Bodies as the existing clients send them. */
public final class Recorded {

    private Recorded() {}

    /** The body of a file in {@code clients/}, without its suffix. */
    public static String body(String name) throws IOException {
        try (InputStream file = Recorded.class.getResourceAsStream("/clients/" + name + ".json")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
