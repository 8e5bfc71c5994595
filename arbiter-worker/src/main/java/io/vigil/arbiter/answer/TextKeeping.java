package io.vigil.arbiter.answer;

import io.vigil.redaction.TextKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What events keep of a text as sent, beside the redacted one. Nothing leaves this process in clear.
 *
 * @param key the secret of both the digest and the encryption; null keeps neither
 * @param sealedFor tenants whose texts are kept encrypted; {@value #EVERYONE} stands for all of them
 */
public record TextKeeping(@Nullable TextKey key, Set<String> sealedFor) {

    /** In place of a tenant's name: every tenant, and requests without one. */
    public static final String EVERYONE = "*";

    /** Neither digest nor text. */
    public static final TextKeeping NOTHING = new TextKeeping(null, Set.of());

    public TextKeeping {
        sealedFor = Set.copyOf(sealedFor);
    }

    @Nullable String digest(String tenant, String text) {
        return key == null ? null : key.digest(tenant, text);
    }

    @Nullable String sealed(String tenant, String requestId, String text) {
        return key == null || !(sealedFor.contains(EVERYONE) || sealedFor.contains(tenant))
                ? null
                : key.seal(tenant, requestId, text);
    }
}
