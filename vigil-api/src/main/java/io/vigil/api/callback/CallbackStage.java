package io.vigil.api.callback;

import io.vigil.api.later.AnalysisStatus;
import io.vigil.api.results.AcceptedRequest;
import io.vigil.api.results.ResultBucket;
import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.message.AnalysisResult;
import io.vigil.wire.Envelope;
import io.vigil.worker.StageHandler;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls back with one result. What a receiver does not confirm with a status of 2xx is tried again by the consumer's
 * schedule; what it refuses for good, and what must not be called, is a dead letter at once.
 */
public final class CallbackStage implements StageHandler<AnalysisResult>, AutoCloseable {

    /** Name of the stage in metrics. */
    public static final String NAME = "callback";

    private static final int GONE = 410;

    private final ResultBucket results;
    private final CallbackClient client;
    private final SigningSecrets secrets;
    private final JsonMapper mapper;
    private final InstantSource clock;
    private final Duration timeToLive;

    /**
     * A stage over the bucket that knows the addresses.
     *
     * @param timeToLive how long after it was accepted a request's result is told
     */
    public CallbackStage(
            ResultBucket results,
            CallbackClient client,
            SigningSecrets secrets,
            JsonMapper mapper,
            InstantSource clock,
            Duration timeToLive) {
        this.results = results;
        this.client = client;
        this.secrets = secrets;
        this.mapper = mapper;
        this.clock = clock;
        this.timeToLive = timeToLive;
    }

    @Override
    public Outcome handle(AnalysisResult result, Envelope envelope) throws Exception {
        Optional<AcceptedRequest> request = results.request(result.requestId());
        if (request.isEmpty() || request.get().callbackUrl() == null) {
            return Outcome.failed(Failure.permanentFailure("UnknownRequest", "no address is kept for this result"));
        }
        var secret = secrets.of(request.get().tenant());
        if (secret.isEmpty()) {
            return Outcome.failed(Failure.transientFailure("NoSecret", "there is no secret to sign callbacks with"));
        }
        return outcome(send(request.get(), result, secret.get()));
    }

    private Posted send(AcceptedRequest request, AnalysisResult result, SigningSecret secret) {
        Instant now = clock.instant();
        var status = AnalysisStatus.of(request, Optional.of(result), timeToLive, now);
        var body = new CallbackBody(CallbackBody.typeOf(status), result.endedAt(), status);
        byte[] json = mapper.writeValueAsBytes(body);
        // The same on every attempt, and another one where a request was sent back from the dead letters.
        String id = "msg_" + result.requestId() + "_" + result.endedAt().toEpochMilli();
        var headers = Map.of(
                "webhook-id", id,
                "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                "webhook-signature", secret.sign(id, now.getEpochSecond(), json));
        return client.post(URI.create(String.valueOf(request.callbackUrl())), headers, json);
    }

    private static Outcome outcome(Posted posted) {
        return switch (posted) {
            case Posted.Answered(int status) when status >= 200 && status < 300 -> Outcome.done();
            case Posted.Answered(int status)
            when status == GONE -> Outcome.failed(Failure.permanentFailure("Gone", "the receiver wants no more calls"));
            case Posted.Answered(int status)
            when status >= 300 && status < 400 ->
                Outcome.failed(Failure.permanentFailure("Redirect", "the receiver redirects, which is not followed"));
            case Posted.Answered(int status) ->
                Outcome.failed(Failure.transientFailure("Status" + status, "the receiver did not confirm"));
            case Posted.AddressRefused() ->
                Outcome.failed(
                        Failure.permanentFailure("AddressRefused", "the host has an address that may not be called"));
            case Posted.NotReached(String errorClass) ->
                Outcome.failed(Failure.transientFailure(errorClass, "the receiver did not answer"));
        };
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
