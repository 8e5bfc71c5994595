package io.vigil.pii.vault;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Keeps what tokens stand for. Thread-safe. */
public interface Vault {

    /** Whether it can keep anything at all. */
    default boolean keeps() {
        return true;
    }

    /**
     * Keeps the tokens and values of a request; what was kept for it before is replaced.
     *
     * @throws IOException they could not be kept
     */
    void keep(String requestId, Map<String, String> originals) throws IOException;

    /**
     * The values of a request by token; empty where nothing is kept, or no longer.
     *
     * @throws IOException the vault could not be read
     */
    Optional<Map<String, String>> open(String requestId) throws IOException;
}
