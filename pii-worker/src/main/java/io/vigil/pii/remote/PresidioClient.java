package io.vigil.pii.remote;

import io.vigil.message.PiiEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Asks a Presidio service in both of its languages, because some of its recognisers know only one. It takes 10,000
 * characters at most and counts Unicode code points.
 */
public final class PresidioClient {

    private static final List<String> LANGUAGES = List.of("pl", "en");
    private static final int MAX_TEXT = 10_000;
    private static final int OVERLAP = 200;

    private final JsonEndpoint endpoint;
    private final List<String> entities;
    private final UnaryOperator<String> tokens;

    /**
     * Asks for certain types only.
     *
     * @param entities types to ask for, at least one: the service takes an empty list for all
     * @param tokens from entity type to what stands in the redacted text
     */
    public PresidioClient(JsonEndpoint endpoint, List<String> entities, UnaryOperator<String> tokens) {
        this.endpoint = endpoint;
        this.entities = List.copyOf(entities);
        this.tokens = tokens;
    }

    /** Starts asking; one answer for each part of the text and each language, possibly overlapping. */
    public List<CompletableFuture<Answer<List<PiiEntity>>>> analyze(String text) {
        var answers = new ArrayList<CompletableFuture<Answer<List<PiiEntity>>>>();
        for (Chunk chunk : Chunk.of(text, MAX_TEXT, OVERLAP)) {
            for (String language : LANGUAGES) {
                answers.add(endpoint.ask(
                        Map.of("text", chunk.text(), "language", language, "entities", entities),
                        body -> read(body, chunk)));
            }
        }
        return answers;
    }

    private List<PiiEntity> read(JsonNode body, Chunk chunk) {
        JsonNode list = body.get("entities");
        if (list == null || !list.isArray()) {
            throw new IllegalArgumentException("answer without entities");
        }
        var found = new ArrayList<PiiEntity>();
        for (JsonNode item : list) {
            String type = item.path("type").asString("");
            if (entities.contains(type)) {
                found.add(new PiiEntity(
                        type,
                        chunk.span(
                                item.path("start").asInt(-1), item.path("end").asInt(-1)),
                        item.path("score").asDouble(-1),
                        tokens.apply(type)));
            }
        }
        return found;
    }
}
