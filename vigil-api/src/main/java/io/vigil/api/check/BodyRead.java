package io.vigil.api.check;

import java.util.List;

/** What the bytes of a body turned out to be. */
sealed interface BodyRead {

    /** A request. */
    record Accepted(CheckBody body) implements BodyRead {}

    /** JSON that is no valid request; at least one fault. */
    record Faulty(List<FieldFault> faults) implements BodyRead {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** No JSON document in UTF-8. */
    record NotJson() implements BodyRead {}
}
