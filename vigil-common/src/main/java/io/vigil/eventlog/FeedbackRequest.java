package io.vigil.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * What somebody says of the decision on an event.
 *
 * @param eventId request id of the event
 * @param kind whether it was right
 * @param reason why
 * @param comment anything else, at most 1,000 characters; personal data does not belong here; null for nothing
 */
public record FeedbackRequest(
        String eventId,
        FeedbackKind kind,
        FeedbackReason reason,
        @Nullable String comment) {

    private static final int LONGEST_COMMENT = 1000;

    public FeedbackRequest {
        eventId = new EventReference(eventId).eventId();
        if (kind == null) {
            throw new IllegalArgumentException("kind must be false_positive or true_positive");
        }
        if (reason == null) {
            throw new IllegalArgumentException("reason must be given");
        }
        if (comment != null && comment.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException("comment must have at most " + LONGEST_COMMENT + " characters");
        }
    }

    /** Says nothing of the comment. */
    @Override
    public String toString() {
        return "FeedbackRequest[" + eventId + ", " + kind + "]";
    }
}
