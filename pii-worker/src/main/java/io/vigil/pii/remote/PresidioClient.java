package io.vigil.pii.remote;

import io.vigil.message.PiiEntity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Asks a Presidio service in each language that is wanted, because some of its recognisers know only one. It takes 10,000
 * characters at most and counts Unicode code points.
 */
public final class PresidioClient {

    private static final int MAX_TEXT = 10_000;
    private static final int OVERLAP = 200;

    private final JsonEndpoint endpoint;
    private final Set<String> entities;
    private final UnaryOperator<String> tokens;

    /**
     * Asks for certain types only.
     *
     * @param entities types that the service is asked for at most
     * @param tokens from entity type to what stands in the redacted text
     */
    public PresidioClient(JsonEndpoint endpoint, Collection<String> entities, UnaryOperator<String> tokens) {
        this.endpoint = endpoint;
        this.entities = Set.copyOf(entities);
        this.tokens = tokens;
    }

    /**
     * Starts asking; one answer for each part of the text and each language, possibly overlapping.
     *
     * @param languages ISO 639-1 codes; without one, nobody is asked
     * @param wanted entity types; where the service is asked for none of them, nobody is asked: it takes an empty list for
     *     all
     */
    public List<CompletableFuture<Answer<List<PiiEntity>>>> analyze(
            String text, List<String> languages, Set<String> wanted) {
        List<String> types = entities.stream().filter(wanted::contains).sorted().toList();
        if (types.isEmpty()) {
            return List.of();
        }
        var answers = new ArrayList<CompletableFuture<Answer<List<PiiEntity>>>>();
        for (Chunk chunk : Chunk.of(text, MAX_TEXT, OVERLAP)) {
            for (String language : languages) {
                answers.add(endpoint.ask(
                        Map.of("text", chunk.text(), "language", language, "entities", types),
                        body -> read(body, chunk, types)));
            }
        }
        return answers;
    }

    private List<PiiEntity> read(JsonNode body, Chunk chunk, List<String> types) {
        JsonNode list = body.get("entities");
        if (list == null || !list.isArray()) {
            throw new IllegalArgumentException("answer without entities");
        }
        var found = new ArrayList<PiiEntity>();
        for (JsonNode item : list) {
            String type = item.path("type").asString("");
            if (types.contains(type)) {
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
