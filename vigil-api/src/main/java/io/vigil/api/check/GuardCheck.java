package io.vigil.api.check;

import io.vigil.api.ask.Asker;
import io.vigil.api.ask.Question;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.message.Direction;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One check: read the body, ask the pipeline, tell the result. Blocks its (virtual) thread. Thread-safe. */
public final class GuardCheck {

    private final CheckBodyReader reader;
    private final Asker asker;

    public GuardCheck(JsonMapper mapper, Asker asker) {
        this.reader = new CheckBodyReader(mapper);
        this.asker = asker;
    }

    /**
     * Checks a text.
     *
     * @param body JSON in UTF-8, not trusted
     * @param trace trace context to pass on, possibly empty
     * @throws InterruptedException when the service stops
     */
    public CheckResult check(byte[] body, Direction direction, RequestIdentity identity, Map<String, String> trace)
            throws InterruptedException {
        return switch (reader.read(body)) {
            case BodyRead.NotJson() ->
                Problem.of(ProblemKind.MALFORMED_JSON, "The body must be one JSON object in UTF-8.");
            case BodyRead.Faulty(var faults) ->
                new Problem(ProblemKind.INVALID_REQUEST, "One or more fields are not valid: see errors.", faults);
            case BodyRead.Accepted(CheckBody valid) ->
                AskMapping.of(asker.ask(
                        new Question(identity.id(), valid.toSubmission(identity.id()), direction, "", trace)));
        };
    }
}
