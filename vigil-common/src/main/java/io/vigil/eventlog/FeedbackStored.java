package io.vigil.eventlog;

import java.time.Instant;

/**
 * Feedback that is kept. A later one of the same key on the same event takes its place.
 *
 * @param eventId request id of the event
 * @param reportedAt when
 */
public record FeedbackStored(String eventId, FeedbackKind kind, FeedbackReason reason, Instant reportedAt) {}
