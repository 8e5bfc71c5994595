package io.vigil.redaction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret under which records keep texts: digests that nobody can guess a short text by, and encryption that only its
 * holder undoes. Each tenant and each use has a key of its own, derived by HKDF with SHA-256 (RFC 5869). Thread-safe.
 */
public final class TextKey {

    private static final int KEY_BYTES = 32;
    private static final String HMAC = "HmacSHA256";
    private static final String ENCRYPTION = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LEAST_BYTES = 1 + NONCE_BYTES + TAG_BITS / 8;

    private final SecretKey master;
    private final SecureRandom random = new SecureRandom();

    private TextKey(byte[] bytes) {
        this.master = new SecretKeySpec(bytes, "Generic");
    }

    /**
     * Reads a setting.
     *
     * @param base64 32 bytes in base64 (RFC 4648 section 4)
     * @param setting key of the setting, for the message
     * @throws IllegalArgumentException where it is anything else; the message does not quote it
     */
    public static TextKey parse(String base64, String setting) {
        byte[] bytes = decoded(base64.strip()).orElse(new byte[0]);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    setting + " must be 32 bytes in base64, as `openssl rand -base64 32` makes them");
        }
        return new TextKey(bytes);
    }

    /** Equal for equal texts of one tenant, and for nothing else: HMAC-SHA256, 64 hexadecimal digits. */
    public String digest(String tenant, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(derived("vigil text digest " + tenant, HMAC));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /** The text of one request, encrypted with AES-256 in GCM: base64 of version, nonce, cipher text and tag. */
    public String seal(String tenant, String requestId, String text) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, tenant, requestId, nonce)
                    .doFinal(text.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /** What was sealed; empty where it was sealed under another key, or for another tenant or request. */
    public Optional<String> open(String tenant, String requestId, String sealed) {
        byte[] bytes = decoded(sealed).orElse(new byte[0]);
        if (bytes.length < LEAST_BYTES || bytes[0] != VERSION) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOfRange(bytes, 1, 1 + NONCE_BYTES);
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, tenant, requestId, nonce)
                    .doFinal(bytes, 1 + NONCE_BYTES, bytes.length - 1 - NONCE_BYTES);
            return Optional.of(new String(plain, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException forged) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String tenant, String requestId, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ENCRYPTION);
        cipher.init(mode, derived("vigil text seal " + tenant, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(requestId.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey derived(String use, String algorithm) throws GeneralSecurityException {
        var how = HKDFParameterSpec.ofExtract()
                .addIKM(master)
                .thenExpand(use.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
        return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, how);
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Says nothing. */
    @Override
    public String toString() {
        return "TextKey";
    }
}
