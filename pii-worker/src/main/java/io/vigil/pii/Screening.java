package io.vigil.pii;

import io.vigil.message.PiiEntity;
import io.vigil.message.PiiReport;
import io.vigil.pii.language.LanguageGuess;
import io.vigil.pii.overlap.OverlapRule;
import io.vigil.pii.recogniser.Recognisers;
import io.vigil.pii.remote.Answer;
import io.vigil.pii.remote.LanguageDetectorClient;
import io.vigil.pii.remote.PresidioClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Looks through a text with everything there is: the embedded recognisers always, the remote services where they are
 * configured. A service that is away takes nothing from what the embedded engines found. Thread-safe.
 */
public final class Screening {

    private static final String PRESIDIO = "presidio";
    private static final String LANGUAGE_DETECTOR = "language_detector";

    private final Recognisers recognisers;
    private final LanguageGuess language;
    private final Optional<PresidioClient> presidio;
    private final Optional<LanguageDetectorClient> languageDetector;
    private final InstantSource clock;

    /** Combines engines. */
    public Screening(
            Recognisers recognisers,
            LanguageGuess language,
            Optional<PresidioClient> presidio,
            Optional<LanguageDetectorClient> languageDetector,
            InstantSource clock) {
        this.recognisers = recognisers;
        this.language = language;
        this.presidio = presidio;
        this.languageDetector = languageDetector;
        this.clock = clock;
    }

    /** The report on a text. Blocks while remote services work, as long as their time limits allow. */
    public PiiReport screen(String text) {
        Instant start = clock.instant();
        var asked = presidio.map(client -> client.analyze(text)).orElse(List.of());
        var askedLanguage = languageDetector.map(client -> client.detect(text));
        var found = new ArrayList<PiiEntity>(recognisers.find(text));
        var degraded = new ArrayList<String>(2);
        if (!collect(asked, found)) {
            degraded.add(PRESIDIO);
        }
        String named = switch (askedLanguage.map(CompletableFuture::join).orElse(null)) {
            case null -> language.of(text);
            case Answer.Given<String>(String code) -> code;
            case Answer.Missing<String> _ -> {
                degraded.add(LANGUAGE_DETECTOR);
                yield language.of(text);
            }
        };
        List<PiiEntity> entities = OverlapRule.settle(text, found);
        long micros = Math.max(0, Duration.between(start, clock.instant()).toNanos() / 1_000);
        return new PiiReport(entities, named, degraded, micros);
    }

    /** Takes what came; false where something is missing. */
    private static boolean collect(List<CompletableFuture<Answer<List<PiiEntity>>>> asked, List<PiiEntity> found) {
        boolean complete = true;
        for (var answer : asked) {
            switch (answer.join()) {
                case Answer.Given<List<PiiEntity>>(List<PiiEntity> entities) -> found.addAll(entities);
                case Answer.Missing<List<PiiEntity>> _ -> complete = false;
            }
        }
        return complete;
    }
}
