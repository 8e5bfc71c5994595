package io.vigil.pii.vault;

import io.vigil.wire.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import tools.jackson.core.type.TypeReference;

/**
 * Encrypts and decrypts what belongs to one request: AES-256 in GCM (NIST SP 800-38D) with a key of that request's own, so
 * that nonces never meet, and its id as associated data, so that nobody can put one record in the place of another.
 * Thread-safe.
 */
public final class Sealing {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LEAST_BYTES = 1 + NONCE_BYTES + TAG_BITS / 8;

    private final PiiKey key;
    private final SecureRandom random = new SecureRandom();

    /** Seals with keys derived from a master key. */
    public Sealing(PiiKey key) {
        this.key = key;
    }

    /** Version, nonce, cipher text and tag of a request's tokens and values. */
    public byte[] seal(String requestId, Map<String, String> originals) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = Json.mapper().writeValueAsBytes(originals);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, requestId, nonce).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /** What was sealed; empty where the bytes are not what this key sealed for this request. */
    public Optional<Map<String, String>> open(String requestId, byte[] sealed) {
        if (sealed.length < LEAST_BYTES || sealed[0] != VERSION) {
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer.wrap(sealed, 1, NONCE_BYTES).get(nonce);
        int start = 1 + NONCE_BYTES;
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, requestId, nonce).doFinal(sealed, start, sealed.length - start);
            return Optional.of(Json.mapper().readValue(plain, new TypeReference<Map<String, String>>() {}));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt", e);
        }
    }

    private Cipher cipher(int mode, String requestId, byte[] nonce) throws GeneralSecurityException {
        SecretKey own = key.derive("vigil pii vault " + requestId, "AES");
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, own, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(requestId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
