package io.vigil.api.check;

import java.util.List;

/** What a check came to. */
public sealed interface CheckResult {

    /** The text was checked, whatever the verdict. */
    record Answer(AnswerBody body) implements CheckResult {}

    /**
     * The text was not checked.
     *
     * @param detail what happened and what to do; never text of the request
     * @param faults fields at fault, possibly none
     */
    record Problem(ProblemKind kind, String detail, List<FieldFault> faults) implements CheckResult {

        public Problem {
            faults = List.copyOf(faults);
        }

        /** A problem without fields. */
        public static Problem of(ProblemKind kind, String detail) {
            return new Problem(kind, detail, List.of());
        }

        /** Whether the same request may succeed in a moment. */
        public boolean passesSoon() {
            return kind.status() == 503;
        }
    }
}
