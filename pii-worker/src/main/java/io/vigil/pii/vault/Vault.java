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
     * Keeps the tokens and values of a text; what was kept for its owner before is replaced.
     *
     * @throws IOException they could not be kept
     */
    void keep(Owner owner, Map<String, String> originals) throws IOException;

    /**
     * The values of an owner by token; empty where nothing is kept, or no longer.
     *
     * @throws UnknownKeyException they were kept under a key that this process does not have
     * @throws IOException the vault could not be read
     */
    Optional<Map<String, String>> open(Owner owner) throws IOException;
}
