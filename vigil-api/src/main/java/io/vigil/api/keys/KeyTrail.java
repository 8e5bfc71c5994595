package io.vigil.api.keys;

import io.vigil.api.access.Caller;
import io.vigil.audit.AuditEntry;
import io.vigil.audit.AuditTrail;
import io.vigil.connection.Published;
import io.vigil.publicevent.Announcement;
import io.vigil.publicevent.KeyRevoked;
import io.vigil.publicevent.PublicEvents;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes of keys for the audit trail, without their hashes; that one was revoked, other systems are told. */
public final class KeyTrail {

    private static final Logger log = LoggerFactory.getLogger(KeyTrail.class);

    private final AuditTrail trail;
    private final PublicEvents events;
    private final JsonMapper mapper;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * A trail.
     *
     * @param ids unique for ever
     */
    public KeyTrail(
            AuditTrail trail, PublicEvents events, JsonMapper mapper, InstantSource clock, Supplier<String> ids) {
        this.trail = trail;
        this.events = events;
        this.mapper = mapper;
        this.clock = clock;
        this.ids = ids;
    }

    void changed(String action, Caller by, @Nullable ApiKey before, @Nullable ApiKey after) throws IOException {
        var _ = write(action, by, before, after);
    }

    void revoked(Caller by, ApiKey before, @Nullable ApiKey after) throws IOException {
        AuditEntry entry = write("key.revoked", by, before, after);
        var told = new KeyRevoked(before.id(), "revoked", by.key());
        if (events.publish(Announcement.of(entry.id(), entry.at(), before.tenant(), told))
                instanceof Published.NotStored(var why)) {
            log.warn("that key {} was revoked could not be told: {}", before.id(), why.errorClass());
        }
    }

    private AuditEntry write(String action, Caller by, @Nullable ApiKey before, @Nullable ApiKey after)
            throws IOException {
        ApiKey target = after == null ? before : after;
        var entry = new AuditEntry(
                ids.get(),
                clock.instant(),
                by.key(),
                by.tenant(),
                action,
                target == null ? "" : target.id(),
                told(before),
                told(after));
        trail.write(entry);
        return entry;
    }

    private @Nullable JsonNode told(@Nullable ApiKey key) {
        if (key == null) {
            return null;
        }
        ObjectNode told = mapper.valueToTree(key);
        var _ = told.remove("hash");
        return told;
    }
}
