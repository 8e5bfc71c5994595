package io.vigil.api.deadletters;

import io.vigil.api.access.Caller;
import io.vigil.audit.AuditEntry;
import io.vigil.audit.AuditTrail;
import io.vigil.connection.Published;
import io.vigil.deadletter.DeadLetter;
import io.vigil.deadletter.DeadLetterQueue.Redriven;
import io.vigil.deadletter.LetterFilter;
import io.vigil.publicevent.Announcement;
import io.vigil.publicevent.DeadLetterRedriven;
import io.vigil.publicevent.PublicEvents;
import io.vigil.topology.Streams;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of dead letters: in the audit trail, and told to whoever listens. */
public final class LetterAudit {

    private static final Logger log = LoggerFactory.getLogger(LetterAudit.class);

    private final AuditTrail trail;
    private final PublicEvents events;
    private final JsonMapper mapper;
    private final InstantSource clock;
    private final Supplier<String> ids;

    /**
     * An audit.
     *
     * @param ids gives a new id for each entry
     */
    public LetterAudit(
            AuditTrail trail, PublicEvents events, JsonMapper mapper, InstantSource clock, Supplier<String> ids) {
        this.trail = trail;
        this.events = events;
        this.mapper = mapper;
        this.clock = clock;
        this.ids = ids;
    }

    void redriven(Caller caller, DeadLetter letter, Redriven redriven) throws IOException {
        String target = Streams.DLQ + "/" + letter.sequence();
        String id = write(
                caller,
                "dlq.redriven",
                target,
                mapper.valueToTree(LetterView.of(letter, false)),
                Map.of(
                        "subject",
                        redriven.subject(),
                        "stream_seq",
                        redriven.sequence(),
                        "duplicate",
                        redriven.duplicate()));
        var told = new DeadLetterRedriven(
                letter.requestId(),
                letter.sequence(),
                letter.consumer(),
                letter.originalSubject(),
                letter.reason(),
                letter.redrives() + 1,
                caller.key());
        if (events.publish(Announcement.of(id, clock.instant(), letter.tenant(), told))
                instanceof Published.NotStored(var why)) {
            log.warn("the redrive of {} could not be told: {}", target, why.errorClass());
        }
    }

    void purged(Caller caller, LetterFilter filter, long number) throws IOException {
        var _ = write(caller, "dlq.purged", Streams.DLQ, mapper.valueToTree(filter), Map.of("purged", number));
    }

    private String write(Caller caller, String action, String target, JsonNode before, Map<String, ?> after)
            throws IOException {
        String id = ids.get();
        trail.write(new AuditEntry(
                id, clock.instant(), caller.key(), caller.tenant(), action, target, before, mapper.valueToTree(after)));
        return id;
    }
}
