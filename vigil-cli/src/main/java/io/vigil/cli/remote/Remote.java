package io.vigil.cli.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway and the key to call it with.
 *
 * @param gateway base URL
 * @param key empty where the gateway asks for none
 */
public record Remote(URI gateway, Optional<String> key) {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    /**
     * What the gateway answered.
     *
     * @param tag entity tag; empty without one
     */
    public record Reply(int status, String tag, String body) {

        /** Whether it did what it was asked for. */
        public boolean done() {
            return status >= 200 && status < 300;
        }

        /** The body as JSON; nothing where it is none. */
        public JsonNode json() {
            try {
                return JsonMapper.shared().readTree(body);
            } catch (JacksonException e) {
                return JsonMapper.shared().nullNode();
            }
        }

        /** The body with line breaks. */
        public String pretty() {
            return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json());
        }

        /** Why it did not, for people. */
        public String problem() {
            JsonNode problem = json();
            StringBuilder told = new StringBuilder(problem.path("detail").asString("HTTP " + status));
            for (JsonNode error : problem.path("errors")) {
                told.append(System.lineSeparator())
                        .append("  ")
                        .append(error.path("pointer").asString(""))
                        .append(' ')
                        .append(error.path("detail").asString(""));
            }
            if (status == 401) {
                told.append(System.lineSeparator()).append("  name a key with --key or VIGIL_API_KEY");
            }
            return told.toString();
        }
    }

    /** The key that this environment names in {@code VIGIL_API_KEY}. */
    public static Optional<String> keyOf(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("VIGIL_API_KEY")).filter(key -> !key.isBlank());
    }

    /** A request with the key, if there is one. */
    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(gateway.resolve(path)).timeout(TIMEOUT);
        return key.map(secret -> request.header("Authorization", "Bearer " + secret))
                .orElse(request);
    }

    /**
     * Asks and waits.
     *
     * @param body sent as JSON; null for none
     * @throws IOException nothing answers there
     */
    public Reply call(String method, String path, @Nullable Object body) throws IOException, InterruptedException {
        return send(method, path, body == null ? null : JsonMapper.shared().writeValueAsString(body), null);
    }

    /**
     * Asks with a document and waits.
     *
     * @param document JSON as it is to be sent; null for none
     * @param ifMatch entity tag of the revision that the change was made for; null for none
     * @throws IOException nothing answers there
     */
    public Reply send(String method, String path, @Nullable String document, @Nullable String ifMatch)
            throws IOException, InterruptedException {
        var request = request(path);
        if (document == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(document));
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(), response.headers().firstValue("ETag").orElse(""), response.body());
        } catch (ConnectException refused) {
            throw new IOException("nothing answers at " + gateway + ": start with ./vigil up", refused);
        }
    }
}
