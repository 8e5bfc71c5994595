package io.vigil.api.events;

import io.vigil.eventlog.EventEntry;
import io.vigil.eventlog.EventPage;
import io.vigil.wire.Json;
import java.io.ByteArrayOutputStream;

/** How a page of events is written. */
public enum EventFormat {
    /** One document with the events and the cursor of the next page. */
    JSON("application/json") {
        @Override
        public byte[] written(EventPage page) {
            return Json.mapper().writeValueAsBytes(page);
        }
    },
    /** A header and one line for each event; lists are joined by semicolons. */
    CSV("text/csv;charset=UTF-8") {
        @Override
        public byte[] written(EventPage page) {
            return EventCsv.written(page.events());
        }
    },
    /** One JSON document a line for each event. */
    NDJSON("application/x-ndjson") {
        @Override
        public byte[] written(EventPage page) {
            var lines = new ByteArrayOutputStream();
            for (EventEntry event : page.events()) {
                lines.writeBytes(Json.mapper().writeValueAsBytes(event));
                lines.write('\n');
            }
            return lines.toByteArray();
        }
    };

    private final String mediaType;

    EventFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** As {@code Content-Type} names it. */
    public String mediaType() {
        return mediaType;
    }

    /** The page in this format, in UTF-8. */
    public abstract byte[] written(EventPage page);
}
