package io.vigil.topology;

import java.time.Duration;
import java.util.List;

/**
 * What a stream shall be.
 *
 * @param name name on the server
 * @param subjects what it stores
 * @param retention when it forgets a message
 * @param refusesWhenFull whether a full stream refuses what comes, instead of deleting the oldest
 * @param maxAge after which it forgets anyway
 * @param maxBytes most it may hold
 * @param maxMessages most messages it may hold; -1 for no limit
 * @param maxMessageBytes largest message
 * @param duplicateWindow how long it remembers message ids
 * @param compressed whether it compresses on disk (S2)
 * @param replicas copies
 */
public record StreamSpec(
        String name,
        List<String> subjects,
        Retention retention,
        boolean refusesWhenFull,
        Duration maxAge,
        long maxBytes,
        long maxMessages,
        int maxMessageBytes,
        Duration duplicateWindow,
        boolean compressed,
        int replicas) {

    /** When a stream forgets a message. */
    public enum Retention {
        /** Each message until it is acknowledged. */
        WORK_QUEUE,
        /** Until a limit is reached. */
        LIMITS
    }

    public StreamSpec {
        subjects = List.copyOf(subjects);
    }
}
