package io.vigil.topology;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * One setting in which a stream is not what it shall be.
 *
 * @param setting name of the setting
 * @param actual as it is
 * @param desired as it shall be
 * @param destructive whether changing it could lose stored messages, or cannot be done at all
 */
public record StreamDifference(String setting, String actual, String desired, boolean destructive) {

    /** All differences between what is and what shall be. Pure. */
    public static List<StreamDifference> between(StreamSpec actual, StreamSpec desired) {
        var found = new ArrayList<StreamDifference>();
        compare(found, "retention", actual.retention(), desired.retention(), true);
        // On a work queue, deleting the oldest means deleting what nobody has worked on.
        compare(
                found,
                "refuses_when_full",
                actual.refusesWhenFull(),
                desired.refusesWhenFull(),
                actual.refusesWhenFull());
        boolean subjectLost = !new HashSet<>(desired.subjects()).containsAll(actual.subjects());
        compare(found, "subjects", sorted(actual.subjects()), sorted(desired.subjects()), subjectLost);
        compare(
                found,
                "max_age",
                actual.maxAge(),
                desired.maxAge(),
                tighter(nanos(actual.maxAge()), nanos(desired.maxAge())));
        compare(
                found,
                "max_bytes",
                actual.maxBytes(),
                desired.maxBytes(),
                tighter(actual.maxBytes(), desired.maxBytes()));
        compare(
                found,
                "max_messages",
                actual.maxMessages(),
                desired.maxMessages(),
                tighter(actual.maxMessages(), desired.maxMessages()));
        compare(found, "max_message_bytes", actual.maxMessageBytes(), desired.maxMessageBytes(), false);
        compare(found, "duplicate_window", actual.duplicateWindow(), desired.duplicateWindow(), false);
        compare(found, "compressed", actual.compressed(), desired.compressed(), false);
        compare(found, "replicas", actual.replicas(), desired.replicas(), false);
        return List.copyOf(found);
    }

    private static void compare(
            List<StreamDifference> found, String setting, Object actual, Object desired, boolean destructive) {
        if (!actual.equals(desired)) {
            found.add(new StreamDifference(setting, actual.toString(), desired.toString(), destructive));
        }
    }

    private static List<String> sorted(List<String> subjects) {
        return subjects.stream().sorted().toList();
    }

    /** The server says 0 where nothing grows too old. */
    private static long nanos(Duration age) {
        return age.isZero() ? -1 : age.toNanos();
    }

    /** A work queue refuses instead of deleting, but a smaller limit would still stop it at once. */
    private static boolean tighter(long actual, long desired) {
        return desired != -1 && (actual == -1 || desired < actual);
    }

    @Override
    public String toString() {
        return setting + ": " + actual + " -> " + desired + (destructive ? " (destructive)" : "");
    }
}
