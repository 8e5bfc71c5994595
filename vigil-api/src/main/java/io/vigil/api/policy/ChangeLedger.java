package io.vigil.api.policy;

import io.vigil.api.access.Caller;
import io.vigil.audit.AuditEntry;
import io.vigil.audit.AuditSearch;
import io.vigil.audit.AuditTrail;
import io.vigil.connection.Published;
import io.vigil.publicevent.Announcement;
import io.vigil.publicevent.PolicyChanged;
import io.vigil.publicevent.PublicEvents;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Who changed which document: in the audit trail, and told to whoever listens. Thread-safe; blocks. */
public final class ChangeLedger {

    private static final Logger log = LoggerFactory.getLogger(ChangeLedger.class);

    private final AuditTrail trail;
    private final AuditSearch search;
    private final PublicEvents events;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * A ledger.
     *
     * @param ids gives a new id for each entry
     */
    public ChangeLedger(
            AuditTrail trail, AuditSearch search, PublicEvents events, InstantSource clock, Supplier<String> ids) {
        this.trail = trail;
        this.search = search;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    /**
     * A document with its revisions before and after a change.
     *
     * @param name e.g. {@code arbiter}, or {@code patterns/prompt-leak}
     * @param previous 0 is what is built in
     * @param revision of the change
     * @param before null where it is not told
     * @param after null where there is none any more
     */
    public record Change(
            String name,
            long previous,
            long revision,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /**
     * Writes a change down, then tells it.
     *
     * @param action e.g. {@code policy.changed}
     * @throws IOException the audit trail could not be written
     */
    public void write(Caller caller, String action, Change change) throws IOException {
        String id = ids.get();
        Instant now = clock.instant();
        trail.write(new AuditEntry(
                id,
                now,
                caller.key(),
                caller.tenant(),
                action,
                target(change.name(), change.revision()),
                change.before(),
                change.after()));
        var told = new PolicyChanged(change.name(), change.revision(), change.previous(), caller.key());
        if (events.publish(Announcement.of(id, now, caller.tenant(), told)) instanceof Published.NotStored(var why)) {
            log.warn("change {} of {} could not be told: {}", change.revision(), change.name(), why.errorClass());
        }
    }

    /** The entries about a document by revision. */
    public Map<Long, AuditEntry> entries(String family, String name) throws IOException {
        String prefix = target(name, 0);
        String start = prefix.substring(0, prefix.length() - 1);
        var entries = new HashMap<Long, AuditEntry>();
        for (AuditEntry entry : search.find(family, entry -> entry.target().startsWith(start))) {
            entries.put(Long.parseLong(entry.target().substring(start.length())), entry);
        }
        return entries;
    }

    private static String target(String name, long revision) {
        return name + "@" + revision;
    }
}
