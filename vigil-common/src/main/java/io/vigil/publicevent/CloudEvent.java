package io.vigil.publicevent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event as CloudEvents 1.0 writes it in its structured mode [1]; {@code tenant} is an extension attribute.
 *
 * <p>[1] https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md
 */
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        Instant time,
        @Nullable String tenant,
        String datacontenttype,
        PublicEvent data) {

    static final String CONTENT_TYPE = "application/cloudevents+json";

    static CloudEvent of(Announcement announcement, String service) {
        return new CloudEvent(
                "1.0",
                announcement.id(),
                "/vigil/" + service,
                announcement.event().subject(),
                announcement.at(),
                announcement.tenant().isEmpty() ? null : announcement.tenant(),
                "application/json",
                announcement.event());
    }
}
