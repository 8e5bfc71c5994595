package io.vigil.pii.hide;

import io.vigil.pii.vault.Owner;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.function.IntFunction;

/** The ends of a request's reversible tokens: the same whenever the same request is worked on, different for others. */
final class Tags implements IntFunction<String> {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 6;

    private final Owner owner;

    Tags(Owner owner) {
        this.owner = owner;
    }

    @Override
    public String apply(int attempt) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("vigil pii tag " + attempt + " " + owner.tenant() + " " + owner.requestId())
                            .getBytes(StandardCharsets.UTF_8));
            var tag = new StringBuilder(LENGTH);
            for (int i = 0; i < LENGTH; i++) {
                tag.append(ALPHABET.charAt(hash[i] & (ALPHABET.length() - 1)));
            }
            return tag.toString();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
