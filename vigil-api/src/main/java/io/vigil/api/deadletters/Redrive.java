package io.vigil.api.deadletters;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of sending one dead letter back. */
public sealed interface Redrive {

    /**
     * It has another chance.
     *
     * @param seq its place in the dead-letter stream, empty now
     * @param subject where it was published
     * @param streamSeq its place in the stream there
     * @param duplicate whether somebody had sent it back a moment ago
     */
    record Done(long seq, String subject, long streamSeq, boolean duplicate) implements Redrive {}

    /** There is no such letter, or the caller may not see it. */
    record NotThere() implements Redrive {}

    /**
     * It was sent back too often to be sent back without force.
     *
     * @param redrives how often
     */
    record Parked(int redrives) implements Redrive {}

    /**
     * What came of sending many back.
     *
     * @param redriven those that have another chance, in order
     * @param parked how many were passed over because they are parked
     * @param stopped why it ended before the cap and the last letter; null where it did not
     * @param more whether others that the filter means are left, parked ones aside
     */
    record Bulk(List<Done> redriven, int parked, @Nullable String stopped, boolean more) {

        public Bulk {
            redriven = List.copyOf(redriven);
        }
    }
}
