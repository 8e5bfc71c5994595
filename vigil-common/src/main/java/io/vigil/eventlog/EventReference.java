package io.vigil.eventlog;

/**
 * Names one event.
 *
 * @param eventId request id
 */
public record EventReference(String eventId) {

    public EventReference {
        if (eventId == null || eventId.isEmpty() || eventId.length() > 200) {
            throw new IllegalArgumentException("event_id must be 1 to 200 characters");
        }
    }
}
