package io.vigil.publicevent;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.connection.Published;
import io.vigil.connection.StreamPublisher;
import io.vigil.telemetry.Meters;
import io.vigil.wire.Frame;
import io.vigil.wire.HeaderNames;
import java.util.HashMap;
import tools.jackson.databind.json.JsonMapper;

/** Publishes public events into {@code VIGIL_EVENTS}. Thread-safe; blocks until the event is stored. */
public final class PublicEvents {

    private final StreamPublisher publisher;
    private final JsonMapper mapper;
    private final String service;
    private final MeterRegistry meters;

    /**
     * Events of one process.
     *
     * @param service name of the service, which events give as their source
     */
    public PublicEvents(StreamPublisher publisher, JsonMapper mapper, String service, MeterRegistry meters) {
        this.publisher = publisher;
        this.mapper = mapper;
        this.service = service;
        this.meters = meters;
    }

    /**
     * Publishes one event. Published again within the duplicate window of the stream, it is kept once. Never throws for
     * what the broker does: whoever caused the event tries again, or says that it could not be told.
     */
    public Published publish(Announcement announcement) {
        Published published = publisher.publish(frame(announcement));
        String result = switch (published) {
            case Published.Stored stored -> stored.duplicate() ? "known" : "stored";
            case Published.NotStored ignored -> "failed";
        };
        meters.counter(Meters.PUBLIC_EVENTS, "event", announcement.event().name(), "result", result)
                .increment();
        return published;
    }

    private Frame frame(Announcement announcement) {
        var headers = new HashMap<>(announcement.headers());
        headers.put(HeaderNames.MESSAGE_ID, announcement.id());
        headers.put(
                HeaderNames.EVENT_VERSION, String.valueOf(announcement.event().version()));
        headers.put(HeaderNames.CONTENT_TYPE, CloudEvent.CONTENT_TYPE);
        if (!announcement.tenant().isEmpty()) {
            headers.put(HeaderNames.TENANT, announcement.tenant());
        }
        return new Frame(
                announcement.event().subject(),
                headers,
                mapper.writeValueAsBytes(CloudEvent.of(announcement, service)));
    }
}
