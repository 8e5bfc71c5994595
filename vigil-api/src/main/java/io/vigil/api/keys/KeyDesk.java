package io.vigil.api.keys;

import io.vigil.api.access.Caller;
import io.vigil.api.access.Scope;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Makes, shows and ends keys. Whoever has a tenant handles the keys of that tenant only, and nobody gives a scope away that they
 * lack. Every change is in the audit trail before it is confirmed. Thread-safe; blocks until things are stored.
 */
public final class KeyDesk {

    private static final int MOST_TRIES = 3;

    private final KeyStore store;
    private final KeyRing ring;
    private final KeyHash hash;
    private final KeyTrail trail;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * A desk.
     *
     * @param random not predictable
     */
    public KeyDesk(
            KeyStore store, KeyRing ring, KeyHash hash, KeyTrail trail, InstantSource clock, RandomGenerator random) {
        this.store = store;
        this.ring = ring;
        this.hash = hash;
        this.trail = trail;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a key.
     *
     * @throws IOException it could not be stored or audited: nobody has its text then
     */
    public KeyResult create(Caller by, KeyWish wish) throws IOException {
        String tenant = wish.tenant() == null ? by.tenant() : wish.tenant();
        if (!by.sees(tenant)) {
            return new KeyResult.Beyond(Set.of());
        }
        Set<Scope> granted = wish.granted();
        if (!by.scopes().containsAll(granted)) {
            return new KeyResult.Beyond(lacking(by, granted));
        }
        Instant now = clock.instant();
        if (wish.expiresAt() != null && !wish.expiresAt().isAfter(now)) {
            return new KeyResult.Ended();
        }
        return issue(
                by,
                wish.kind(),
                text -> new ApiKey(
                        text.id(),
                        text.prefix(),
                        hash.of(text),
                        wish.name(),
                        tenant,
                        granted,
                        wish.rates(),
                        now,
                        by.key(),
                        wish.expiresAt(),
                        null,
                        null));
    }

    /** Keys that the caller may see, oldest first. */
    public List<ApiKey> list(Caller by) {
        return ring.all().stream().filter(key -> by.sees(key.tenant())).toList();
    }

    /** A key that the caller may see. */
    public Optional<ApiKey> find(Caller by, String id) {
        return ring.find(id).filter(key -> by.sees(key.tenant()));
    }

    /** When a key was used last, to the minute; null where it never was. */
    public @Nullable Instant lastUse(ApiKey key) {
        return ring.lastUse(key.id());
    }

    /**
     * Ends a key, on every gateway within a moment. Ending it again changes nothing.
     *
     * @throws IOException it could not be stored or audited: try again
     */
    public KeyResult revoke(Caller by, String id) throws IOException {
        Optional<ApiKey> before = find(by, id);
        Instant now = clock.instant();
        ApiKey after = before.isEmpty() ? null : store.change(id, key -> key.revoked(now));
        if (before.isEmpty() || after == null) {
            return new KeyResult.Missing();
        }
        trail.revoked(by, before.get(), after);
        return new KeyResult.Done(after);
    }

    /**
     * Makes a key that takes the place of another; both are good for a while.
     *
     * @param overlap how much longer the old one is accepted, 0 or more
     * @throws IOException it could not be stored or audited: the old key stays as it was, or ends after the overlap
     */
    public KeyResult rotate(Caller by, String id, Duration overlap) throws IOException {
        Optional<ApiKey> found = find(by, id);
        if (found.isEmpty()) {
            return new KeyResult.Missing();
        }
        ApiKey old = found.get();
        Instant now = clock.instant();
        if (old.state(now) != ApiKey.State.ACTIVE) {
            return new KeyResult.Ended();
        }
        if (!by.scopes().containsAll(old.scopes())) {
            return new KeyResult.Beyond(lacking(by, old.scopes()));
        }
        KeyText.Mode mode = old.prefix().startsWith("vg_test_") ? KeyText.Mode.TEST : KeyText.Mode.LIVE;
        KeyResult issued = issue(
                by,
                mode,
                text -> new ApiKey(
                        text.id(),
                        text.prefix(),
                        hash.of(text),
                        old.name(),
                        old.tenant(),
                        old.scopes(),
                        old.limits(),
                        now,
                        by.key(),
                        old.expiresAt(),
                        null,
                        old.id()));
        ApiKey ending = store.change(id, key -> key.expiring(now.plus(overlap)));
        trail.changed("key.rotated", by, old, ending);
        return issued;
    }

    /** What a key is made of, given its text. */
    @FunctionalInterface
    private interface Making {
        ApiKey of(KeyText text);
    }

    private KeyResult issue(Caller by, KeyText.Mode mode, Making making) throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            KeyText text = KeyText.mint(mode, random);
            ApiKey key = making.of(text);
            if (store.create(key)) {
                trail.changed("key.created", by, null, key);
                return new KeyResult.Issued(key, text);
            }
        }
        throw new IOException("no free id for a key");
    }

    private static Set<String> lacking(Caller by, Set<Scope> wanted) {
        var lacking = new TreeSet<String>();
        wanted.stream().filter(scope -> !by.scopes().contains(scope)).forEach(scope -> lacking.add(scope.value()));
        return lacking;
    }
}
