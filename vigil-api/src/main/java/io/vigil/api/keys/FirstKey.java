package io.vigil.api.keys;

import io.vigil.api.access.Caller;
import io.vigil.api.access.RateLimits;
import io.vigil.api.access.Scope;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key that an operator brings along, so that there is one to make others with. */
public final class FirstKey {

    private static final Logger log = LoggerFactory.getLogger(FirstKey.class);
    private static final Caller BOOTSTRAP = new Caller("bootstrap", "", EnumSet.allOf(Scope.class), RateLimits.NONE);

    private final KeyStore store;
    private final KeyRing ring;
    private final KeyHash hash;
    private final KeyTrail trail;
    private final InstantSource clock;

    public FirstKey(KeyStore store, KeyRing ring, KeyHash hash, KeyTrail trail, InstantSource clock) {
        this.store = store;
        this.ring = ring;
        this.hash = hash;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Takes the key, with every scope and no tenant, unless it is known already. A revoked one stays revoked.
     *
     * @throws IllegalStateException another key begins in the same way
     */
    public void take(KeyText text) throws IOException {
        Optional<ApiKey> known = ring.find(text.id());
        if (known.isEmpty()) {
            var key = new ApiKey(
                    text.id(),
                    text.prefix(),
                    hash.of(text),
                    "admin",
                    "",
                    EnumSet.allOf(Scope.class),
                    RateLimits.NONE,
                    clock.instant(),
                    BOOTSTRAP.key(),
                    null,
                    null,
                    null);
            if (store.create(key)) {
                trail.changed("key.created", BOOTSTRAP, null, key);
                log.info("the key {} of the environment is taken", text.prefix());
            }
        } else if (!known.get().hash().equals(hash.of(text))) {
            throw new IllegalStateException(
                    "vigil.api.admin-key begins like a key that is there already; its first 12 letters and digits must"
                            + " be its own (or vigil.api.keys-pepper has changed)");
        } else if (known.get().state(clock.instant()) != ApiKey.State.ACTIVE) {
            log.warn("the key {} of the environment is not accepted any more", text.prefix());
        }
    }
}
