package io.vigil.logging.feedback;

import io.vigil.eventlog.FeedbackKind;
import io.vigil.eventlog.FeedbackReason;
import java.util.List;

/**
 * Feedback with what counts of its event.
 *
 * @param threatScore score of the event, 0 to 100
 * @param categories families of attack of the event
 */
record Report(FeedbackKind kind, FeedbackReason reason, int threatScore, List<String> categories) {

    Report {
        categories = List.copyOf(categories);
    }

    boolean isFalsePositive() {
        return kind == FeedbackKind.FALSE_POSITIVE;
    }
}
