package io.vigil.pii.vault;

import io.vigil.wire.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import tools.jackson.core.type.TypeReference;

/**
 * Encrypts and decrypts what belongs to one owner: AES-256 in GCM (NIST SP 800-38D) with a key of that owner's own, so
 * that nonces never meet, and its name as associated data, so that nobody can put one record in the place of another.
 * Thread-safe.
 */
public final class Sealing {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final byte VERSION = 2;
    private static final int ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int HEAD_BYTES = 1 + ID_BYTES + NONCE_BYTES;
    private static final int TAG_BITS = 128;
    private static final int LEAST_BYTES = HEAD_BYTES + TAG_BITS / 8;

    private final PiiKey newest;
    private final Map<String, PiiKey> keys;
    private final SecureRandom random = new SecureRandom();

    /**
     * Seals with keys derived from the newest master key, opens with those of all.
     *
     * @param keyring has a key
     */
    public Sealing(Keyring keyring) {
        this.newest = keyring.newest().orElseThrow();
        this.keys = keyring.keys().stream().collect(Collectors.toUnmodifiableMap(PiiKey::id, Function.identity()));
    }

    /** Version, id of the key, nonce, cipher text and tag of an owner's tokens and values. */
    public byte[] seal(Owner owner, Map<String, String> originals) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = Json.mapper().writeValueAsBytes(originals);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, newest, owner, nonce).doFinal(plain);
            return ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                    .put(VERSION)
                    .put(HexFormat.of().parseHex(newest.id()))
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /**
     * What was sealed; empty where the bytes are not what was sealed for this owner.
     *
     * @throws UnknownKeyException they name a key that is not on the ring
     */
    public Optional<Map<String, String>> open(Owner owner, byte[] sealed) throws UnknownKeyException {
        if (sealed.length < LEAST_BYTES || sealed[0] != VERSION) {
            return Optional.empty();
        }
        String id = HexFormat.of().formatHex(sealed, 1, 1 + ID_BYTES);
        PiiKey key = keys.get(id);
        if (key == null) {
            throw new UnknownKeyException(id);
        }
        byte[] nonce = Arrays.copyOfRange(sealed, 1 + ID_BYTES, HEAD_BYTES);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, key, owner, nonce)
                    .doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
            return Optional.of(Json.mapper().readValue(plain, new TypeReference<Map<String, String>>() {}));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt", e);
        }
    }

    private static Cipher cipher(int mode, PiiKey key, Owner owner, byte[] nonce) throws GeneralSecurityException {
        SecretKey own = key.derive("vigil pii vault " + owner.name(), "AES");
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, own, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.name().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
