package io.vigil.eventlog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some events.
 *
 * @param events newest first; of the same instant by event id, greatest first
 * @param nextCursor for the page that follows; null where there is none
 */
public record EventPage(List<EventEntry> events, @Nullable String nextCursor) {

    public EventPage {
        events = List.copyOf(events);
    }
}
