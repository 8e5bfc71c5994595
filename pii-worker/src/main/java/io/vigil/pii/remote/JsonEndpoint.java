package io.vigil.pii.remote;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A URL that takes and gives JSON, with a time limit and a circuit breaker. Thread-safe. */
public final class JsonEndpoint {

    private static final long MAX_ANSWER = 4 * 1024 * 1024;

    private final URI uri;
    private final Duration limit;
    private final HttpClient client;
    private final CircuitBreaker breaker;
    private final JsonMapper mapper;

    /**
     * Opens nothing yet.
     *
     * @param limit longest time from asking to the whole answer
     */
    public JsonEndpoint(URI uri, Duration limit, HttpClient client, CircuitBreaker breaker, JsonMapper mapper) {
        this.uri = uri;
        this.limit = limit;
        this.client = client;
        this.breaker = breaker;
        this.mapper = mapper;
    }

    /**
     * Asks.
     *
     * @param reader takes the answer's body apart; an {@link IllegalArgumentException} means that it makes no sense
     * @return never fails and never takes longer than the limit
     */
    public <T> CompletableFuture<Answer<T>> ask(Map<String, ?> question, Function<JsonNode, T> reader) {
        if (!breaker.tryAcquirePermission()) {
            return CompletableFuture.completedFuture(new Answer.Missing<>("circuit_open"));
        }
        long asked = breaker.getCurrentTimestamp();
        return client.sendAsync(request(question), BodyHandlers.limiting(BodyHandlers.ofString(), MAX_ANSWER))
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(response -> reader.apply(body(response)))
                .handle((value, error) -> settle(value, error, breaker.getCurrentTimestamp() - asked));
    }

    private HttpRequest request(Map<String, ?> question) {
        return HttpRequest.newBuilder(uri)
                .timeout(limit)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(mapper.writeValueAsBytes(question)))
                .build();
    }

    private JsonNode body(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalArgumentException("status " + response.statusCode());
        }
        return mapper.readTree(response.body());
    }

    private <T> Answer<T> settle(@Nullable T value, @Nullable Throwable error, long took) {
        if (value != null) {
            breaker.onSuccess(took, breaker.getTimestampUnit());
            return new Answer.Given<>(value);
        }
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        var failure = cause == null ? new IllegalArgumentException("no value") : cause;
        breaker.onError(took, breaker.getTimestampUnit(), failure);
        return new Answer.Missing<>(reason(failure));
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case TimeoutException _, HttpTimeoutException _ -> "timeout";
            case JacksonException _, IllegalArgumentException _ -> "bad_answer";
            case IOException _ -> "unreachable";
            default -> "failed";
        };
    }
}
