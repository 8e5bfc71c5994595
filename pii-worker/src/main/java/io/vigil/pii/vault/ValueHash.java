package io.vigil.pii.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * A hash that nobody without the key can compute: HMAC with SHA-256 (RFC 2104). A salt that is no secret would not do: there
 * are few enough PESEL numbers to try them all. Thread-safe.
 */
public final class ValueHash implements UnaryOperator<String> {

    private static final String ALGORITHM = "HmacSHA256";
    /** 64 bits: two of a million values share a hash with a chance of 1 in 37 million. */
    private static final int BYTES = 8;

    private final SecretKey key;

    /** A hash under a key. */
    public ValueHash(PiiKey key) {
        this.key = key.derive("vigil pii hash", ALGORITHM);
    }

    @Override
    public String apply(String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no " + ALGORITHM, e);
        }
    }
}
