package io.vigil.api.clients;

import io.vigil.api.check.CheckResult;
import io.vigil.api.check.FieldFault;
import io.vigil.api.check.ProblemKind;
import java.util.List;

/** What a call of an existing client came to. */
public sealed interface ClientResult {

    /** An answer, to be written with {@link ClientJson}. */
    record Answer(Object body) implements ClientResult {}

    /** None. */
    record None(CheckResult.Problem problem) implements ClientResult {}

    /** A body that is no JSON. */
    static None malformed() {
        return new None(CheckResult.Problem.of(
                ProblemKind.MALFORMED_JSON, "The body must be one JSON object in UTF-8, each key once."));
    }

    /** A body with fields at fault. */
    static None invalid(List<FieldFault> faults) {
        return new None(new CheckResult.Problem(
                ProblemKind.INVALID_REQUEST, "One or more fields are not valid: see errors.", faults));
    }
}
