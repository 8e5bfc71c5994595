package io.vigil.pii.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
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

    private static final int ID_BYTES = 4;

    private final SecretKey master;
    private final String id;

    private PiiKey(byte[] bytes) {
        this.master = new SecretKeySpec(bytes, "Generic");
        this.id = HexFormat.of().formatHex(Arrays.copyOf(bytes(derive("vigil pii key id", "Generic")), ID_BYTES));
    }

    /**
     * Reads a setting.
     *
     * @param base64 32 bytes in base64 (RFC 4648 section 4)
     * @throws IllegalArgumentException where it is anything else; the message does not quote it
     */
    public static PiiKey parse(String base64) {
        byte[] bytes = decoded(base64.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(
                    "vigil.pii.key (VIGIL_PII_KEY) must be 32 bytes in base64, as `openssl rand -base64 32` makes them;"
                            + " several have commas between them");
        }
        try {
            return new PiiKey(bytes);
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

    /** Tells this key from others and says nothing about it: derived, as every key is that is used. Eight characters. */
    public String id() {
        return id;
    }

    private static byte[] bytes(SecretKey key) {
        byte[] bytes = key.getEncoded();
        if (bytes == null) {
            throw new IllegalStateException("this Java runtime keeps keys to itself");
        }
        return bytes;
    }

    /** Says which, not what. */
    @Override
    public String toString() {
        return "PiiKey[" + id + "]";
    }
}
