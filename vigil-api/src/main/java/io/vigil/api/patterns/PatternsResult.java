package io.vigil.api.patterns;

import io.vigil.api.ask.ServiceReply;
import io.vigil.api.check.FieldFault;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What came of a request about a family of patterns. */
public sealed interface PatternsResult {

    /**
     * The family as it holds.
     *
     * @param revision 0 is what comes with the worker
     */
    record Found(long revision, JsonNode document) implements PatternsResult {}

    /**
     * It was changed.
     *
     * @param revision its number
     */
    record Changed(String family, long revision) implements PatternsResult {}

    /** There is no such family. */
    record NoFamily() implements PatternsResult {}

    /** The bytes are no JSON. */
    record NotJson() implements PatternsResult {}

    /** It is no sound family; at least one fault. */
    record Faulty(List<FieldFault> faults) implements PatternsResult {

        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Another revision holds than the one that the change was made for.
     *
     * @param current its number
     */
    record Outdated(long current) implements PatternsResult {}

    /** No worker gave the answer that is needed. */
    record NoAnswer(ServiceReply.Missing<?> why) implements PatternsResult {}
}
