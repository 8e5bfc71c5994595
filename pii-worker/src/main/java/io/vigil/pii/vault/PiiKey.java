package io.vigil.pii.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that all PII workers share. It encrypts nothing itself: every use has a key of its own, derived by HKDF with
 * SHA-256 (RFC 5869). Immutable.
 */
public final class PiiKey {

    private static final int BYTES = 32;

    private final SecretKey master;

    private PiiKey(byte[] bytes) {
        this.master = new SecretKeySpec(bytes, "Generic");
    }

    /**
     * Reads a setting.
     *
     * @param base64 32 bytes in base64 (RFC 4648 section 4), or empty for no key
     * @throws IllegalArgumentException where it is anything else; the message does not quote it
     */
    public static Optional<PiiKey> parse(String base64) {
        if (base64.isBlank()) {
            return Optional.empty();
        }
        byte[] bytes = decoded(base64.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "vigil.pii.key (VIGIL_PII_KEY) must be 32 bytes in base64, as `openssl rand -base64 32` makes them");
        }
        try {
            return Optional.of(new PiiKey(bytes));
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /**
     * The key for one use.
     *
     * @param use different uses have unrelated keys
     * @param algorithm name of the algorithm that takes the key, e.g. {@code AES}
     */
    SecretKey derive(String use, String algorithm) {
        try {
            var how = HKDFParameterSpec.ofExtract()
                    .addIKM(master)
                    .thenExpand(use.getBytes(StandardCharsets.UTF_8), BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, how);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no HKDF-SHA256", e);
        }
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "PiiKey";
    }
}
