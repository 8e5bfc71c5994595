package io.vigil.logging.feedback;

import java.time.Instant;
import java.util.List;

/** What is kept of an event beside the feedback on it; the components are columns. */
record JudgedEvent(
        String eventId,
        String tenant,
        String client,
        String session,
        Instant occurredAt,
        String decision,
        int threatScore,
        List<String> categories) {

    JudgedEvent {
        categories = List.copyOf(categories);
    }
}
