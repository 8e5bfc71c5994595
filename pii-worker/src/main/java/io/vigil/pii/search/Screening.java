package io.vigil.pii.search;

import io.vigil.message.PiiEntity;
import io.vigil.message.PiiReport;
import io.vigil.pii.overlap.OverlapRule;
import io.vigil.pii.overlap.Repeats;
import io.vigil.pii.recogniser.Recognisers;
import io.vigil.pii.recogniser.name.NameSearch;
import io.vigil.pii.remote.Answer;
import io.vigil.pii.settings.AllowedValues;
import io.vigil.pii.settings.PiiSettings;
import io.vigil.pii.tagger.Tagged;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Looks through texts under one revision of the settings, with everything there is: the embedded recognisers always, the
 * remote services where they are configured. A service that is away takes nothing from what the embedded engines found.
 * Immutable.
 */
public final class Screening {

    private static final String PRESIDIO = "presidio";
    private static final String LANGUAGE_DETECTOR = "language_detector";
    private static final String NER = "ner";

    private final Engines engines;
    private final PiiSettings settings;
    private final Recognisers recognisers;
    private final Set<String> names;
    private final AllowedValues allowed;
    private final InstantSource clock;

    /** Prepares the recognisers that the settings switch on, for whatever tenant, which takes a moment. */
    public Screening(Engines engines, PiiSettings settings, InstantSource clock) {
        this(engines, settings, recognisers(engines, settings.entitiesOfAnyTenant()), clock);
    }

    private Screening(Engines engines, PiiSettings settings, Recognisers recognisers, InstantSource clock) {
        this.engines = engines;
        this.settings = settings;
        this.recognisers = recognisers;
        this.names = engines.catalogue().names();
        this.allowed = settings.allow().ready();
        this.clock = clock;
    }

    private static Recognisers recognisers(Engines engines, Set<String> entities) {
        return new Recognisers(engines.catalogue().all().stream()
                .filter(recogniser -> entities.contains(recogniser.entry().entity()))
                .toList());
    }

    /** The same under the settings of a tenant. Shares the recognisers: what the tenant does not look for is left out. */
    Screening of(String tenant) {
        return new Screening(engines, settings.of(tenant), recognisers, clock);
    }

    /** The settings of this revision. */
    public PiiSettings settings() {
        return settings;
    }

    /** The report on a text. Blocks while remote services work, as long as their time limits allow. */
    public Finding search(String text, Scope scope) {
        Instant start = clock.instant();
        var asked = engines.presidio()
                .map(client -> client.analyze(text, settings.languages(), settings.entities()))
                .orElse(List.of());
        var askedLanguage = engines.languageDetector().map(client -> client.detect(text));
        var askedNames = engines.tagger().map(tagger -> tagger.find(text));
        var embedded = recognisers.find(text);
        var found = new ArrayList<PiiEntity>();
        var degraded = new ArrayList<String>(3);
        if (!collect(asked, found)) {
            degraded.add(PRESIDIO);
        }
        String named = switch (askedLanguage.map(CompletableFuture::join).orElse(null)) {
            case null -> engines.language().of(text);
            case Answer.Given<String>(String code) -> code;
            case Answer.Missing<String> _ -> {
                degraded.add(LANGUAGE_DETECTOR);
                yield engines.language().of(text);
            }
        };
        var tagged = switch (askedNames.map(CompletableFuture::join).orElse(null)) {
            case null -> List.<PiiEntity>of();
            case Answer.Given<List<Tagged>>(List<Tagged> known) -> entities(text, known);
            case Answer.Missing<List<Tagged>> _ -> {
                degraded.add(NER);
                yield List.<PiiEntity>of();
            }
        };
        Stream.concat(embedded.stream(), tagged.stream())
                .filter(entity -> !names.contains(entity.type()) || readsNamesIn(named))
                .forEach(found::add);
        List<PiiEntity> entities = counting(text, found, scope);
        long micros = Math.max(0, Duration.between(start, clock.instant()).toNanos() / 1_000);
        return new Finding(new PiiReport(entities, named, degraded, micros), embedded, tagged);
    }

    /** What a model took for names, without what this product knows to be nobody's. */
    private List<PiiEntity> entities(String text, List<Tagged> names) {
        return names.stream()
                .filter(name -> !NameSearch.shipped()
                        .isNobody(
                                text.substring(name.span().start(), name.span().end())))
                .map(name -> new PiiEntity(
                        name.entity(),
                        name.span(),
                        name.score(),
                        engines.catalogue().token(name.entity())))
                .toList();
    }

    /** Names depend on the language: those of a text in a language of this product are left where settings leave it out. */
    private boolean readsNamesIn(String language) {
        boolean wanted = settings.languages().contains(language) || !PiiSettings.LANGUAGES.contains(language);
        return wanted && !settings.languages().isEmpty();
    }

    /**
     * What counts: first the thresholds, so that nothing doubtful takes a position from something certain; repetitions of
     * what counts; the allow list after the overlaps, so that no part of an allowed value is redacted as something else.
     */
    private List<PiiEntity> counting(String text, List<PiiEntity> found, Scope scope) {
        found.removeIf(entity -> !settings.entities().contains(entity.type())
                || entity.score() < settings.threshold(entity.type())
                || !scope.wants(entity.type(), entity.score()));
        return Repeats.settle(text, OverlapRule.settle(text, found)).stream()
                .filter(entity -> !allowed.allows(
                        text.substring(entity.span().start(), entity.span().end())))
                .toList();
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
