package io.vigil.api.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 of keys with a secret of the gateways: who reads the bucket can neither use a key nor guess one. Thread-safe. */
public final class KeyHash {

    private static final String ALGORITHM = "HmacSHA256";

    /** Never used itself: a copy is quicker than a new one. */
    private final Mac prototype;

    /**
     * A hash.
     *
     * @param pepper the secret that all gateways share
     */
    public KeyHash(String pepper) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(pepper.getBytes(UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
        }
    }

    /** What is kept of a key, in hexadecimal. */
    String of(KeyText key) {
        return HexFormat.of().formatHex(digest(key));
    }

    /** Whether a key is the one of which this was kept; takes the same time whatever differs. */
    boolean matches(KeyText key, byte[] kept) {
        return MessageDigest.isEqual(digest(key), kept);
    }

    private byte[] digest(KeyText key) {
        try {
            return ((Mac) prototype.clone()).doFinal(key.value().getBytes(US_ASCII));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java runtime's " + ALGORITHM + " cannot be copied", e);
        }
    }
}
