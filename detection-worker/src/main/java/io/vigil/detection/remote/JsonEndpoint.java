package io.vigil.detection.remote;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One URL that takes JSON by POST. The limit covers everything from the connection to the last byte of the answer;
 * {@link HttpRequest.Builder#timeout} alone would end with the headers.
 */
final class JsonEndpoint {
    /** Longest answer that is read; a longer one counts as unreachable. */
    static final int MAX_ANSWER_BYTES = 1024 * 1024;

    private final HttpClient client;
    private final URI uri;
    private final Duration limit;

    JsonEndpoint(HttpClient client, URI uri, Duration limit) {
        this.client = client;
        this.uri = uri;
        this.limit = limit;
    }

    /** The endpoint below a service's base URL; a URL that ends with the path already is taken as it is. */
    static URI under(URI base, String path) {
        var text = base.toString();
        var trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        return URI.create(trimmed.endsWith(path) ? trimmed : trimmed + path);
    }

    Reply post(byte[] json) throws InterruptedException {
        var request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(json))
                .build();
        var exchange = client.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MAX_ANSWER_BYTES));
        try {
            var response = exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new Reply.Answered(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            return new Reply.TimedOut();
        } catch (ExecutionException e) {
            return new Reply.Unreachable();
        } finally {
            exchange.cancel(true);
        }
    }
}
