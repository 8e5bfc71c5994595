package io.vigil.api.check;

import io.vigil.api.check.CheckResult.Problem;
import tools.jackson.databind.json.JsonMapper;

/** Reads bodies of checks; what is no request is a problem. Pure; thread-safe. */
public final class CheckBodies {

    private final CheckBodyReader reader;

    public CheckBodies(JsonMapper mapper) {
        this.reader = new CheckBodyReader(mapper);
    }

    /** What a body turned out to be. */
    public sealed interface Read {

        /** A request. */
        record Valid(CheckBody body) implements Read {}

        /** No request. */
        record Refused(Problem problem) implements Read {}
    }

    /**
     * Reads a body.
     *
     * @param body JSON in UTF-8, not trusted
     * @param extras gets what else it has
     */
    public Read read(byte[] body, Extras extras) {
        return switch (reader.read(body, extras)) {
            case BodyRead.Accepted(CheckBody valid) -> new Read.Valid(valid);
            case BodyRead.NotJson() ->
                new Read.Refused(Problem.of(ProblemKind.MALFORMED_JSON, "The body must be one JSON object in UTF-8."));
            case BodyRead.Faulty(var faults) ->
                new Read.Refused(new Problem(
                        ProblemKind.INVALID_REQUEST, "One or more fields are not valid: see errors.", faults));
        };
    }
}
