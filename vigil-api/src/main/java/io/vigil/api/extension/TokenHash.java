package io.vigil.api.extension;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** SHA-256 of a random token, and comparisons that take the same time for every guess. */
public final class TokenHash {

    private final byte[] sha256;

    private TokenHash(byte[] sha256) {
        this.sha256 = sha256;
    }

    /** The hash of a token. */
    public static TokenHash of(String token) {
        try {
            return new TokenHash(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }

    /** Whether this is the hash of a token. */
    public boolean isOf(String token) {
        return MessageDigest.isEqual(sha256, of(token).sha256);
    }

    String hex() {
        return HexFormat.of().formatHex(sha256);
    }
}
