package io.vigil.api.testing;

import io.vigil.wire.Json;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** A response as a test sees it. */
public record Exchange(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    public JsonNode json() {
        return Json.mapper().readTree(response.body());
    }

    public String text(String field) {
        return json().path(field).asString("");
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
