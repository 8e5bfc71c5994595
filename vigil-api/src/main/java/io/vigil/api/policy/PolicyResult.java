package io.vigil.api.policy;

import io.vigil.api.check.FieldFault;
import java.util.List;

/** What came of a wish to change the policy. */
public sealed interface PolicyResult {

    /** It holds now, or would: the answer says which. */
    record Done(long revision, Object answer) implements PolicyResult {}

    /** The bytes are no JSON. */
    record NotJson() implements PolicyResult {}

    /** It is no policy; at least one fault. */
    record Faulty(List<FieldFault> faults) implements PolicyResult {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Another revision holds than the one that the change was made for.
     *
     * @param current its number
     */
    record Outdated(long current) implements PolicyResult {}

    /** No such revision is kept. */
    record NoRevision() implements PolicyResult {}
}
