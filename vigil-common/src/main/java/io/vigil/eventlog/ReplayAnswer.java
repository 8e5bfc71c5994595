package io.vigil.eventlog;

import java.time.Instant;
import java.util.List;

/**
 * What would have been decided.
 *
 * @param from first instant that counts
 * @param to first instant after it that does not
 * @param events how many were decided again
 * @param complete whether these are all events of the time, and not only the newest
 * @param unchanged how many would have been decided the same
 * @param changed how many would have been decided otherwise
 * @param undetermined how many the log does not know enough about: whether the attack could have been taken out of the text
 * @param unreadable how many have no complete branch reports, e.g. of versions before; not among {@code events}
 * @param decisions the table from the decision that was made to the one that would have been, most first
 * @param examples some of the changed events, newest first, at most five of each kind of change
 */
public record ReplayAnswer(
        Instant from,
        Instant to,
        long events,
        boolean complete,
        long unchanged,
        long changed,
        long undetermined,
        long unreadable,
        List<Change> decisions,
        List<Example> examples) {

    /** Instead of a decision where the log does not know enough. */
    public static final String UNDETERMINED = "UNDETERMINED";

    public ReplayAnswer {
        decisions = List.copyOf(decisions);
        examples = List.copyOf(examples);
    }

    /**
     * A cell of the table.
     *
     * @param from decision that was made
     * @param to decision that would have been made
     * @param count of how many events
     */
    public record Change(String from, String to, long count) {}

    /**
     * A changed event.
     *
     * @param scoreBefore threat score that was given, 0 to 100
     * @param scoreAfter threat score under the candidate, 0 to 100
     * @param textExcerpt the beginning of the redacted text
     */
    public record Example(
            String eventId,
            Instant occurredAt,
            String from,
            String to,
            int scoreBefore,
            int scoreAfter,
            List<String> categories,
            String textExcerpt) {

        public Example {
            categories = List.copyOf(categories);
        }
    }
}
