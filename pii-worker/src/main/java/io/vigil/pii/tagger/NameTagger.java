package io.vigil.pii.tagger;

import io.vigil.encoder.UnusableModelException;
import io.vigil.pii.remote.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Asks the operator's model in threads of its own, so that a long text holds up nothing else, and no longer than the time
 * limit. Thread-safe.
 */
public final class NameTagger implements AutoCloseable {

    private final TokenTagger tagger;
    private final Duration limit;
    private final ExecutorService threads;

    NameTagger(TokenTagger tagger, Duration limit, int threads) {
        this.tagger = tagger;
        this.limit = limit;
        this.threads = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().name("pii-tagger-", 1).factory());
    }

    /**
     * Loads a model.
     *
     * @param key where the settings stand, for errors
     * @param model path of an ONNX file with a {@code config.json} beside it
     * @param tokenizer path of its {@code vocab.txt} or {@code tokenizer.json}
     * @param entities from label to entity type
     * @param maxTokens longest sequence that goes to the model, 8 to 512
     * @param limit longest time for one text
     * @throws IllegalArgumentException naming the key whose file does not do
     */
    public static NameTagger load(
            String key, String model, String tokenizer, Map<String, String> entities, int maxTokens, Duration limit) {
        try {
            var tagger = OwnTagger.load(model, tokenizer, entities, maxTokens);
            return new NameTagger(tagger, limit, Runtime.getRuntime().availableProcessors());
        } catch (UnusableModelException e) {
            throw new IllegalArgumentException(key + "." + keyOf(e.part()) + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static String keyOf(UnusableModelException.Part part) {
        return switch (part) {
            case MODEL -> "model";
            case TOKENIZER -> "tokenizer";
            case LABEL -> "labels";
        };
    }

    /** Starts looking; the answer never fails and comes within the limit. */
    public CompletableFuture<Answer<List<Tagged>>> find(String text) {
        var answer = new CompletableFuture<Answer<List<Tagged>>>();
        threads.execute(() -> look(text, answer));
        return answer.completeOnTimeout(new Answer.Missing<>("timeout"), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(String text, CompletableFuture<Answer<List<Tagged>>> answer) {
        try {
            tagger.tag(text, answer::isDone).ifPresent(names -> answer.complete(new Answer.Given<>(names)));
        } catch (RuntimeException e) {
            // The message of the error may quote the text.
            answer.complete(new Answer.Missing<>("failed"));
        }
    }

    /** Finishes what is being worked on and frees the model. */
    @Override
    public void close() {
        threads.close();
        tagger.close();
    }
}
