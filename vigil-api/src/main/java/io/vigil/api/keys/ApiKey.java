package io.vigil.api.keys;

import io.vigil.api.access.RateLimits;
import io.vigil.api.access.Scope;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a key.
 *
 * @param id public name
 * @param prefix beginning of its text, up to the end of the id
 * @param hash of its text, see {@link KeyHash}
 * @param name what its owner calls it
 * @param tenant whose key it is; empty without tenants
 * @param scopes what it allows
 * @param limits how much may be sent with it
 * @param createdAt when it was made
 * @param createdBy public id of the key that made it, {@code anonymous} or {@code bootstrap}
 * @param expiresAt from when on it is refused, or null for never
 * @param revokedAt since when it is refused, or null
 * @param rotatedFrom public id of the key that it takes the place of, or null
 */
public record ApiKey(
        String id,
        String prefix,
        String hash,
        String name,
        String tenant,
        Set<Scope> scopes,
        RateLimits limits,
        Instant createdAt,
        String createdBy,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable String rotatedFrom) {

    public ApiKey {
        scopes = scopes.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(scopes));
    }

    /** What a key is good for. */
    public enum State {
        /** It is accepted. */
        ACTIVE,
        /** Its time is over. */
        EXPIRED,
        /** Somebody ended it. */
        REVOKED
    }

    /** What it is good for at a moment. */
    public State state(Instant now) {
        if (revokedAt != null) {
            return State.REVOKED;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? State.EXPIRED : State.ACTIVE;
    }

    /** The same, refused from then on; an earlier end stays. */
    ApiKey revoked(Instant when) {
        return with(expiresAt, revokedAt == null ? when : revokedAt);
    }

    /** The same, until then at most; an earlier end stays. */
    ApiKey expiring(Instant when) {
        return with(expiresAt == null || when.isBefore(expiresAt) ? when : expiresAt, revokedAt);
    }

    private ApiKey with(@Nullable Instant expires, @Nullable Instant revoked) {
        return new ApiKey(
                id, prefix, hash, name, tenant, scopes, limits, createdAt, createdBy, expires, revoked, rotatedFrom);
    }

    /** Leaves the hash out. */
    @Override
    public String toString() {
        return "ApiKey[" + prefix + "]";
    }
}
