package io.vigil.api.web;

import io.vigil.api.access.RateLimits;
import io.vigil.api.access.Scope;
import io.vigil.api.keys.ApiKey;
import io.vigil.api.keys.KeyText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A key as its manager sees it.
 *
 * @param id public name
 * @param key its text; only in the answer that creates it, never again
 * @param prefix beginning of its text
 * @param name what its owner calls it
 * @param tenant whose key it is; empty without tenants
 * @param status {@code active}, {@code expired} or {@code revoked}
 * @param scopes what it allows
 * @param limits how much may be sent with it; a bound of 0 is what holds for every key
 * @param createdAt when it was made
 * @param createdBy public id of the key that made it
 * @param expiresAt from when on it is refused; left out for never
 * @param revokedAt since when it is refused; left out where nobody ended it
 * @param rotatedFrom public id of the key that it takes the place of; left out for none
 * @param lastUsedAt when it was used last, a minute or two behind; left out for never
 */
public record KeyBody(
        String id,
        @Nullable String key,
        String prefix,
        String name,
        String tenant,
        String status,
        List<String> scopes,
        RateLimits limits,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable String rotatedFrom,
        @Nullable Instant lastUsedAt) {

    public KeyBody {
        scopes = List.copyOf(scopes);
    }

    static KeyBody of(ApiKey key, @Nullable KeyText text, @Nullable Instant lastUse, Instant now) {
        return new KeyBody(
                key.id(),
                text == null ? null : text.value(),
                key.prefix(),
                key.name(),
                key.tenant(),
                key.state(now).name().toLowerCase(Locale.ROOT),
                key.scopes().stream().map(Scope::value).toList(),
                key.limits(),
                key.createdAt(),
                key.createdBy(),
                key.expiresAt(),
                key.revokedAt(),
                key.rotatedFrom(),
                lastUse);
    }

    /** Leaves the text of the key out. */
    @Override
    public String toString() {
        return "KeyBody[" + prefix + "]";
    }

    /** Several of them. */
    public record All(List<KeyBody> keys) {

        public All {
            keys = List.copyOf(keys);
        }
    }
}
