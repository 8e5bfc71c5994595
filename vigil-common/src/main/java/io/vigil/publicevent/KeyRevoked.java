package io.vigil.publicevent;

import static java.util.Objects.requireNonNull;

/**
 * An API key is not accepted any more.
 *
 * @param keyId its public id, never the key
 * @param reason why, as a fixed code: {@code revoked}, {@code rotated}
 * @param actor public id of the key that did it, or the name of a service
 */
public record KeyRevoked(String keyId, String reason, String actor) implements PublicEvent {

    public KeyRevoked {
        requireNonNull(keyId, "key_id");
        requireNonNull(reason, "reason");
        requireNonNull(actor, "actor");
    }

    @Override
    public String name() {
        return "key_revoked";
    }
}
