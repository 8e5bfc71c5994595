package io.vigil.api.keys;

import io.vigil.api.access.Caller;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** All keys in memory, so that a request waits for nobody. The store keeps it up to date. Thread-safe. */
public final class KeyRing {

    private final KeyHash hash;
    private final ConcurrentHashMap<String, Held> keys = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Instant> lastUses = new ConcurrentHashMap<>();

    /** An empty ring. */
    public KeyRing(KeyHash hash) {
        this.hash = hash;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Held(ApiKey key, long revision, byte[] hash, Caller caller) {

        static Held of(ApiKey key, long revision) {
            return new Held(
                    key,
                    revision,
                    HexFormat.of().parseHex(key.hash()),
                    new Caller(key.id(), key.tenant(), key.scopes(), key.limits()));
        }
    }

    /** Whose key was sent. */
    public KeyCheck check(String sent, Instant now) {
        KeyText text = KeyText.of(sent).orElse(null);
        Held held = text == null ? null : keys.get(text.id());
        if (text == null || held == null || !hash.matches(text, held.hash())) {
            return new KeyCheck.Unknown();
        }
        ApiKey.State state = held.key().state(now);
        return state == ApiKey.State.ACTIVE ? new KeyCheck.Accepted(held.caller()) : new KeyCheck.Ended(state);
    }

    /** The key of an id. */
    public Optional<ApiKey> find(String id) {
        return Optional.ofNullable(keys.get(id)).map(Held::key);
    }

    /** All keys, oldest first. */
    public List<ApiKey> all() {
        return keys.values().stream()
                .map(Held::key)
                .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id))
                .toList();
    }

    /** When a key was used last, to the minute; null where it never was. */
    public @Nullable Instant lastUse(String id) {
        return lastUses.get(id);
    }

    /** Takes what the store has; what is older than what is here is left out. */
    void put(ApiKey key, long revision) {
        var _ = keys.merge(
                key.id(), Held.of(key, revision), (old, next) -> next.revision() > old.revision() ? next : old);
    }

    /** Forgets a key. */
    void remove(String id) {
        keys.remove(id);
        lastUses.remove(id);
    }

    /** Takes when a key was used. */
    void used(String id, Instant when) {
        var _ = lastUses.merge(id, when, (old, next) -> next.isAfter(old) ? next : old);
    }
}
