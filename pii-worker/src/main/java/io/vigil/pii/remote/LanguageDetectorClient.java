package io.vigil.pii.remote;

import io.vigil.pii.language.LanguageGuess;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** Asks the language detector service, which takes 3 to 10,000 characters. */
public final class LanguageDetectorClient {

    private static final int MIN_TEXT = 3;
    private static final int MAX_TEXT = 10_000;

    private final JsonEndpoint endpoint;

    /** Asks at this address. */
    public LanguageDetectorClient(JsonEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Starts asking for the ISO 639-1 code; reads the beginning of long texts. */
    public CompletableFuture<Answer<String>> detect(String text) {
        String stripped = text.strip();
        if (stripped.length() < MIN_TEXT) {
            return CompletableFuture.completedFuture(new Answer.Given<>(LanguageGuess.UNKNOWN));
        }
        String sample = Chunk.of(stripped, MAX_TEXT, 0).getFirst().text();
        return endpoint.ask(Map.of("text", sample), LanguageDetectorClient::read);
    }

    /** The service answers its own failures with status 200 and the language {@code pl}. */
    private static String read(JsonNode body) {
        String language = body.path("language").asString("");
        if (language.isEmpty() || body.path("is_service_error").asBoolean(false)) {
            throw new IllegalArgumentException("answer without language");
        }
        return language;
    }
}
