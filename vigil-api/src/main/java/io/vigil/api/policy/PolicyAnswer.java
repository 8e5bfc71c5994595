package io.vigil.api.policy;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered about the policy's revisions. */
public final class PolicyAnswer {

    private PolicyAnswer() {}

    /**
     * A change that holds now.
     *
     * @param revision its number
     * @param changes against the revision before
     */
    public record Changed(long revision, List<DocumentChange> changes) {

        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A change that was only tried.
     *
     * @param revision what holds, still
     * @param changes against it
     * @param replay which of the last decisions would change
     */
    public record Tried(long revision, List<DocumentChange> changes, PolicyReplay.Outcome replay) {

        public Tried {
            changes = List.copyOf(changes);
        }
    }

    /**
     * The difference between two revisions.
     *
     * @param from 0 is the built-in policy
     * @param to 0 is the built-in policy
     */
    public record Difference(long from, long to, List<DocumentChange> changes) {

        public Difference {
            changes = List.copyOf(changes);
        }
    }

    /**
     * The revisions that are kept.
     *
     * @param current what holds; 0 is the built-in policy
     * @param revisions newest first
     */
    public record History(long current, List<Entry> revisions) {

        public History {
            revisions = List.copyOf(revisions);
        }
    }

    /**
     * One revision.
     *
     * @param at when it was stored
     * @param deleted whether it brought the built-in policy back
     * @param actor public id of the key that did it; null where it was not done through the gateway
     * @param action as in the audit trail; null where there is no entry
     */
    public record Entry(
            long revision,
            Instant at,
            boolean deleted,
            @Nullable String actor,
            @Nullable String action) {}
}
