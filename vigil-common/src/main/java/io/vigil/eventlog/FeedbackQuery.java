package io.vigil.eventlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which feedback to sum up.
 *
 * @param from feedback from this instant on; null is 90 days before {@code to}
 * @param to feedback before this instant; null is now
 * @param tenant whose events; a caller with a tenant of its own sees only that one's
 */
public record FeedbackQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String tenant) {

    public FeedbackQuery {
        tenant = Allowed.text("tenant", tenant, 128);
    }
}
