package io.vigil.api.events;

import io.vigil.api.access.Caller;
import io.vigil.audit.AuditEntry;
import io.vigil.audit.AuditTrail;
import io.vigil.eventlog.EraseRequest;
import io.vigil.eventlog.Erased;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says in the audit trail who erased what: once before, so that nothing goes unseen, and once when it is gone. Thread-safe. */
public final class EraseTrail {

    private static final Logger log = LoggerFactory.getLogger(EraseTrail.class);

    private final AuditTrail trail;
    private final JsonMapper mapper;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /** @param ids gives every entry a name of its own */
    public EraseTrail(AuditTrail trail, JsonMapper mapper, InstantSource clock, Supplier<String> ids) {
        this.trail = trail;
        this.mapper = mapper;
        this.clock = clock;
        this.ids = ids;
    }

    /** Writes that somebody wants events erased; whether it is written. */
    public boolean asked(Caller caller, EraseRequest request) {
        return written(caller, "events.erase_requested", request, null);
    }

    /** Writes that they are gone; whether it is written. */
    public boolean done(Caller caller, EraseRequest request, Erased erased) {
        return written(caller, "events.erased", request, mapper.valueToTree(erased));
    }

    private boolean written(Caller caller, String action, EraseRequest request, @Nullable JsonNode after) {
        String target = request.by().name().toLowerCase(Locale.ROOT) + "=" + request.value();
        try {
            trail.write(new AuditEntry(
                    ids.get(), clock.instant(), caller.key(), caller.tenant(), action, target, null, after));
            return true;
        } catch (IOException e) {
            log.warn("an erasure could not be audited: {}", e.getClass().getSimpleName());
            return false;
        }
    }
}
