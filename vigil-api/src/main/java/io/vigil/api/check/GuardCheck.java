package io.vigil.api.check;

import io.vigil.api.ask.Asker;
import io.vigil.api.ask.Question;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.message.Direction;
import io.vigil.message.Submission;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** One check: read the body, ask the pipeline, tell the result. Blocks its (virtual) thread. Thread-safe. */
public final class GuardCheck {

    private final CheckBodies bodies;
    private final Asker asker;

    public GuardCheck(JsonMapper mapper, Asker asker) {
        this.bodies = new CheckBodies(mapper);
        this.asker = asker;
    }

    /**
     * Checks a text.
     *
     * @param body JSON in UTF-8, not trusted
     * @param tenant whose text it is; empty without tenants
     * @param trace trace context to pass on, possibly empty
     * @throws InterruptedException when the service stops
     */
    public CheckResult check(
            byte[] body, Direction direction, String tenant, RequestIdentity identity, Map<String, String> trace)
            throws InterruptedException {
        return switch (bodies.read(body, Extras.NONE)) {
            case CheckBodies.Read.Refused(Problem problem) -> problem;
            case CheckBodies.Read.Valid(CheckBody valid) ->
                check(valid.toSubmission(identity.id()), direction, tenant, trace);
        };
    }

    /**
     * Checks a text that was read already.
     *
     * @param submission valid, with a request id that is unique for ever
     * @param tenant whose request it is; empty without tenants
     * @param trace trace context to pass on, possibly empty
     * @throws InterruptedException when the service stops
     */
    public CheckResult check(Submission submission, Direction direction, String tenant, Map<String, String> trace)
            throws InterruptedException {
        String id = Objects.requireNonNull(submission.requestId(), "request_id");
        return AskMapping.of(asker.ask(new Question(id, submission, direction, tenant, trace)));
    }
}
