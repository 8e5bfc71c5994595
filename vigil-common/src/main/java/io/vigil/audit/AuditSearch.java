package io.vigil.audit;

import io.nats.client.Connection;
import io.vigil.connection.StreamScan;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Finds entries of the audit trail. Thread-safe; blocks. */
public final class AuditSearch {

    private final StreamScan scan;
    private final JsonMapper mapper;

    public AuditSearch(Connection connection, JsonMapper mapper) {
        this.scan = new StreamScan(connection);
        this.mapper = mapper;
    }

    /**
     * Entries in order.
     *
     * @param family first word of the actions, e.g. {@code policy}
     */
    public List<AuditEntry> find(String family, Predicate<AuditEntry> wanted) throws IOException {
        var found = new ArrayList<AuditEntry>();
        scan.visit(Streams.AUDIT, Subjects.audit(family + ".*"), 1, StreamScan.Content.WHOLE, (frame, arrival) -> {
            try {
                AuditEntry entry = mapper.readValue(frame.body(), AuditEntry.class);
                if (wanted.test(entry)) {
                    found.add(entry);
                }
            } catch (JacksonException e) {
                // Written by a later version, or by somebody else: none of ours.
            }
            return true;
        });
        return List.copyOf(found);
    }
}
