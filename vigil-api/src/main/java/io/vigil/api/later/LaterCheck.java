package io.vigil.api.later;

import io.vigil.api.ask.Question;
import io.vigil.api.ask.Refusal;
import io.vigil.api.ask.Submitted;
import io.vigil.api.ask.Submitter;
import io.vigil.api.check.AskMapping;
import io.vigil.api.check.CheckBodies;
import io.vigil.api.check.CheckBody;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.results.AcceptedRequest;
import io.vigil.api.results.ResultBucket;
import io.vigil.message.Direction;
import io.vigil.wire.ResultRoute;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts texts that are checked later. A request is remembered before it is handed over, so that whoever is told its id
 * finds it; from the confirmation on it is durable. Blocks its (virtual) thread. Thread-safe.
 */
public final class LaterCheck {

    private static final Logger log = LoggerFactory.getLogger(LaterCheck.class);

    private final CheckBodies bodies;
    private final Submitter submitter;
    private final ResultBucket results;
    private final InstantSource clock;
    private final Predicate<String> callsBack;

    /**
     * A check that answers later.
     *
     * @param callsBack whether requests of a tenant may name an address for their result
     */
    public LaterCheck(
            CheckBodies bodies,
            Submitter submitter,
            ResultBucket results,
            InstantSource clock,
            Predicate<String> callsBack) {
        this.bodies = bodies;
        this.submitter = submitter;
        this.results = results;
        this.clock = clock;
        this.callsBack = callsBack;
    }

    /**
     * Accepts a text going to a model.
     *
     * @param body JSON in UTF-8, not trusted
     * @param tenant whose request it is; empty without tenants
     * @param trace trace context to pass on, possibly empty
     * @throws InterruptedException when the service stops
     */
    public Acceptance accept(byte[] body, String requestId, String tenant, Map<String, String> trace)
            throws InterruptedException {
        var callback = new CallbackField(callsBack.test(tenant));
        return switch (bodies.read(body, callback)) {
            case CheckBodies.Read.Refused(Problem problem) -> new Acceptance.Refused(problem);
            case CheckBodies.Read.Valid(CheckBody valid) ->
                handOver(
                        new Question(requestId, valid.toSubmission(requestId), Direction.INPUT, tenant, trace),
                        callback.url());
        };
    }

    private Acceptance handOver(Question question, @Nullable String callback) throws InterruptedException {
        String id = question.requestId();
        try {
            results.remember(new AcceptedRequest(id, question.tenant(), clock.instant(), callback));
        } catch (IOException e) {
            log.warn("request {} cannot be remembered: {}", id, e.getMessage());
            return new Acceptance.Refused(AskMapping.notAccepted(Refusal.NO_LEADER));
        }
        var route = callback == null ? ResultRoute.KEEP : ResultRoute.CALL_BACK;
        return switch (submitter.submit(question, route)) {
            case Submitted.Stored(long sequence) -> new Acceptance.Accepted(id, sequence);
            case Submitted.NotStored(Refusal reason) -> {
                forget(id);
                yield new Acceptance.Refused(AskMapping.notAccepted(reason));
            }
        };
    }

    private void forget(String id) {
        try {
            results.forget(id);
        } catch (IOException e) {
            log.info("request {} is remembered until it expires: {}", id, e.getMessage());
        }
    }
}
