package io.vigil.pii.vault;

import java.util.Optional;

/**
 * The secret key, where there is one.
 *
 * @param key shared by all PII workers
 */
public record Keyring(Optional<PiiKey> key) {

    /**
     * Reads a setting.
     *
     * @param base64 32 bytes in base64, or empty for no key
     * @throws IllegalArgumentException where it is anything else; the message does not quote it
     */
    public static Keyring parse(String base64) {
        return new Keyring(PiiKey.parse(base64));
    }

    /** Whether there is a key. */
    public boolean isPresent() {
        return key.isPresent();
    }
}
