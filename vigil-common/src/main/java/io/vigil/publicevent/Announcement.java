package io.vigil.publicevent;

import static java.util.Objects.requireNonNull;

import io.vigil.wire.Envelope;
import io.vigil.wire.HeaderNames;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A public event with what is known around it.
 *
 * @param id unique among events, the same whenever the same thing is told again; also deduplicates the message
 * @param at when it happened
 * @param tenant whose it is; empty without tenants
 * @param headers correlation, causation and trace, as in {@link HeaderNames}; possibly empty
 * @param event what happened
 */
public record Announcement(String id, Instant at, String tenant, Map<String, String> headers, PublicEvent event) {

    public Announcement {
        requireNonNull(id, "id");
        requireNonNull(at, "at");
        requireNonNull(tenant, "tenant");
        requireNonNull(event, "event");
        headers = Map.copyOf(headers);
    }

    /** What a message of a request led to; its id is {@code <request id>.<name of the event>}. */
    public static Announcement causedBy(Envelope cause, Instant at, PublicEvent event) {
        var headers = new HashMap<>(cause.trace());
        headers.put(HeaderNames.CORRELATION_ID, cause.requestId());
        headers.put(HeaderNames.CAUSATION_ID, cause.messageId());
        return new Announcement(cause.requestId() + "." + event.name(), at, cause.tenant(), headers, event);
    }

    /**
     * What somebody did.
     *
     * @param actId identifies the act, e.g. the id of its entry in the audit trail
     */
    public static Announcement of(String actId, Instant at, String tenant, PublicEvent event) {
        return new Announcement(
                actId + "." + event.name(), at, tenant, Map.of(HeaderNames.CORRELATION_ID, actId), event);
    }
}
