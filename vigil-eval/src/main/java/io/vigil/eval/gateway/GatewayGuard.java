package io.vigil.eval.gateway;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.vigil.eval.guard.Guard;
import io.vigil.eval.guard.Judgement;
import io.vigil.eval.guard.NoDecisionException;
import io.vigil.eval.sample.Sample;
import io.vigil.message.Direction;
import io.vigil.message.Mode;
import io.vigil.wire.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** A running gateway. What is overloaded is asked again, a bounded number of times; each text leaves an event in its log. */
public final class GatewayGuard implements Guard {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final int ATTEMPTS = 5;

    private final URI base;
    private final Mode mode;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Retry retry = Retry.of(
            "gateway",
            RetryConfig.<HttpResponse<String>>custom()
                    .maxAttempts(ATTEMPTS)
                    .intervalFunction(IntervalFunction.ofExponentialBackoff(Duration.ofMillis(200), 2))
                    .retryOnResult(response -> response.statusCode() == UNAVAILABLE)
                    .retryOnException(failure -> false)
                    .build());

    /**
     * The gateway at an address.
     *
     * @param base its address without path, http or https
     */
    public GatewayGuard(URI base, Mode mode) {
        if (!("http".equals(base.getScheme()) || "https".equals(base.getScheme())) || base.getHost() == null) {
            throw new IllegalArgumentException("--url must be an http or https address");
        }
        this.base = base;
        this.mode = mode;
    }

    @Override
    public String description() {
        return "the gateway at " + base.getAuthority() + ", mode " + mode.wireName();
    }

    @Override
    public Judgement judge(Sample sample) throws NoDecisionException, InterruptedException {
        var response = answered(request(sample));
        if (response.statusCode() != OK) {
            throw new NoDecisionException("HTTP " + response.statusCode());
        }
        try {
            return Json.mapper().readValue(response.body(), GatewayAnswer.class).judgement();
        } catch (JacksonException quotesTheText) {
            throw new NoDecisionException("unreadable answer");
        }
    }

    private HttpRequest request(Sample sample) {
        String path = sample.direction() == Direction.OUTPUT ? "/v1/guard/output" : "/v1/guard/input";
        var body = Map.of(
                "text", sample.text(),
                "mode", mode.wireName(),
                "return_decision_process", true,
                "source", sample.source().wireName());
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.mapper().writeValueAsBytes(body)))
                .build();
    }

    private HttpResponse<String> answered(HttpRequest request) throws NoDecisionException, InterruptedException {
        try {
            return retry.executeCallable(() -> client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            throw e;
        } catch (ConnectException e) {
            throw new NoDecisionException("cannot connect", e);
        } catch (HttpTimeoutException e) {
            throw new NoDecisionException("timeout", e);
        } catch (IOException e) {
            throw new NoDecisionException("connection broken", e);
        } catch (Exception e) {
            throw new IllegalStateException("a request could not be sent", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
