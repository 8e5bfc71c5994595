package io.vigil.flow;

import io.vigil.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A client of the gateway. */
record Gateway(URI base, HttpClient http) {

    /** An answer: status and JSON body. */
    record Answer(int status, JsonNode body) {

        String text(String field) {
            return body.path(field).asString("");
        }
    }

    Answer guard(String text) throws IOException, InterruptedException {
        return post("/v1/guard/input", Json.mapper().writeValueAsString(Map.of("text", text, "mode", "fast")));
    }

    Answer explain(String text) throws IOException, InterruptedException {
        return post(
                "/v1/guard/input",
                Json.mapper().writeValueAsString(Map.of("text", text, "return_decision_process", true)));
    }

    Answer post(String path, String body) throws IOException, InterruptedException {
        var response = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), Json.mapper().readTree(response.body()));
    }

    Answer get(String path) throws IOException, InterruptedException {
        var response = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), Json.mapper().readTree(response.body()));
    }

    /** Posts one JSON object a line and gives those that come back. */
    List<JsonNode> lines(String path, String body) throws IOException, InterruptedException {
        var response = http.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return response.body().lines().map(line -> Json.mapper().readTree(line)).toList();
    }
}
