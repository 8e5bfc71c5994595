package io.vigil.pii.vault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The secret keys, where there are any. The first is used for everything new; the others only open what was kept under
 * them, so that a key can be changed without losing anything. Immutable.
 *
 * @param keys shared by all PII workers, newest first
 */
public record Keyring(List<PiiKey> keys) {

    private static final int MOST = 10;

    public Keyring {
        keys = List.copyOf(keys);
        if (keys.size() > MOST) {
            throw new IllegalArgumentException("vigil.pii.key (VIGIL_PII_KEY) must hold 0 to " + MOST + " keys");
        }
        var ids = new HashSet<String>();
        for (PiiKey key : keys) {
            if (!ids.add(key.id())) {
                throw new IllegalArgumentException(
                        "vigil.pii.key (VIGIL_PII_KEY) holds the key " + key.id() + " twice");
            }
        }
    }

    /**
     * Reads a setting.
     *
     * @param setting keys of 32 bytes in base64 with commas between them, newest first; or empty for no key
     * @throws IllegalArgumentException where it is anything else; the message does not quote it
     */
    public static Keyring parse(String setting) {
        var keys = new ArrayList<PiiKey>();
        for (int from = 0; !setting.isBlank() && from <= setting.length(); ) {
            int comma = setting.indexOf(',', from);
            int to = comma < 0 ? setting.length() : comma;
            keys.add(PiiKey.parse(setting.substring(from, to)));
            from = to + 1;
        }
        return new Keyring(keys);
    }

    /** The key for everything new. */
    public Optional<PiiKey> newest() {
        return keys.stream().findFirst();
    }

    /** Whether there is a key. */
    public boolean isPresent() {
        return !keys.isEmpty();
    }
}
