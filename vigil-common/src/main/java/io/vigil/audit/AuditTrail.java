package io.vigil.audit;

import io.vigil.connection.Published;
import io.vigil.connection.StreamPublisher;
import io.vigil.topology.Subjects;
import io.vigil.wire.Frame;
import io.vigil.wire.HeaderNames;
import java.io.IOException;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes changes to the stream {@code VIGIL_AUDIT}. Thread-safe; blocks until the entry is stored. */
public final class AuditTrail {

    private final StreamPublisher publisher;
    private final JsonMapper mapper;

    public AuditTrail(StreamPublisher publisher, JsonMapper mapper) {
        this.publisher = publisher;
        this.mapper = mapper;
    }

    /**
     * Writes one change.
     *
     * @throws IOException it could not be stored: whoever made the change must say so
     */
    public void write(AuditEntry entry) throws IOException {
        var headers = Map.of(HeaderNames.MESSAGE_ID, entry.id());
        var frame = new Frame(Subjects.audit(entry.action()), headers, mapper.writeValueAsBytes(entry));
        if (publisher.publish(frame) instanceof Published.NotStored(var failure)) {
            throw new IOException("the audit trail could not be written: " + failure.errorClass());
        }
    }
}
