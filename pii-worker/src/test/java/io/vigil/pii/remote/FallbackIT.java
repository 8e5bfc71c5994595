package io.vigil.pii.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vigil.message.PiiEntity;
import io.vigil.message.PiiReport;
import io.vigil.pii.catalogue.Catalogue;
import io.vigil.pii.remote.Service.Reply;
import io.vigil.pii.search.Engines;
import io.vigil.pii.search.Scope;
import io.vigil.pii.search.Screening;
import io.vigil.pii.settings.AllowList;
import io.vigil.pii.settings.DetectionMode;
import io.vigil.pii.settings.PiiSettings;
import io.vigil.pii.settings.RedactionRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a text's report has with a service that answers, fails, or answers in part. */
class FallbackIT {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    /** The word is no name, so that only the service takes it for a person. */
    private static final String TEXT = "xqz pisze, PESEL 44051401359";

    private static final String PERSON = "{\"entities\":[{\"type\":\"PERSON\",\"start\":0,\"end\":3,\"score\":%s}]}";

    @Test
    void joinsWhatBothFind() {
        try (var service = new Service(question -> new Reply(200, PERSON.formatted(0.85)))) {
            PiiReport report = report(service, DetectionMode.BALANCED, List.of("pl", "en"));
            assertThat(report.types()).containsExactly("PERSON", "PL_PESEL");
            assertThat(report.degraded()).isEmpty();
        }
    }

    @Test
    void keepsWhatTheRecognisersFindWhereTheServiceFails() {
        try (var service = new Service(question -> new Reply(500, "{}"))) {
            PiiReport report = report(service, DetectionMode.BALANCED, List.of("pl", "en"));
            assertThat(report.types()).containsExactly("PL_PESEL");
            assertThat(report.degraded()).containsExactly("presidio");
        }
    }

    @Test
    void keepsWhatCameWhereTheServiceAnswersInPart() {
        try (var service =
                new Service(question -> question.path("language").asString().equals("pl")
                        ? new Reply(200, PERSON.formatted(0.85))
                        : new Reply(500, "{}"))) {
            PiiReport report = report(service, DetectionMode.BALANCED, List.of("pl", "en"));
            assertThat(report.types()).containsExactly("PERSON", "PL_PESEL");
            assertThat(report.degraded()).containsExactly("presidio");
        }
    }

    @Test
    void asksInTheLanguagesOfTheSettings() {
        try (var service = new Service(question -> new Reply(200, PERSON.formatted(0.85)))) {
            assertThat(report(service, DetectionMode.BALANCED, List.of()).types())
                    .containsExactly("PL_PESEL");
            assertThat(service.questions()).isEmpty();
            var _ = report(service, DetectionMode.BALANCED, List.of("en"));
            assertThat(service.questions())
                    .extracting(question -> question.path("language").asString())
                    .containsExactly("en");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HIGH_SECURITY, 0.30, true",
        "HIGH_SECURITY, 0.29, false",
        "BALANCED, 0.50, true",
        "BALANCED, 0.49, false",
        "HIGH_PRECISION, 0.60, true",
        "HIGH_PRECISION, 0.59, false",
    })
    void takesWhatTheModeIsContentWith(DetectionMode mode, String score, boolean taken) {
        try (var service = new Service(question -> new Reply(200, PERSON.formatted(score)))) {
            assertThat(report(service, mode, List.of("pl")).entities().stream().map(PiiEntity::type))
                    .hasSize(taken ? 2 : 1);
        }
    }

    @Test
    void guessesTheLanguageItselfWhereTheDetectorFails() {
        try (var service = new Service(question -> new Reply(500, "{}"))) {
            var detector = new LanguageDetectorClient(service.endpoint(LIMIT));
            var engines = new Engines(
                    Catalogue.shipped(), text -> "xx", Optional.empty(), Optional.of(detector), Optional.empty());
            PiiReport report = new Screening(engines, PiiSettings.nothing(), InstantSource.system())
                    .search(TEXT, Scope.everything())
                    .report();
            assertThat(report.language()).isEqualTo("xx");
            assertThat(report.degraded()).containsExactly("language_detector");
        }
    }

    @Test
    void asksAgainOnceTheServiceIsWell() {
        var breaker = CircuitBreaker.of(
                "test",
                CircuitBreakerConfig.custom()
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
        breaker.transitionToOpenState();
        try (var service = new Service(question -> new Reply(200, PERSON.formatted(0.85)))) {
            var client = new PresidioClient(service.endpoint(LIMIT, breaker), Set.of("PERSON"), type -> "[X]");
            assertThat(client.analyze(TEXT, List.of("pl"), Set.of("PERSON"))
                            .getFirst()
                            .join())
                    .isEqualTo(new Answer.Missing<>("circuit_open"));
            breaker.transitionToHalfOpenState();
            assertThat(client.analyze(TEXT, List.of("pl"), Set.of("PERSON"))
                            .getFirst()
                            .join())
                    .isInstanceOf(Answer.Given.class);
            assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        }
    }

    private static PiiReport report(Service service, DetectionMode mode, List<String> languages) {
        var presidio = new PresidioClient(service.endpoint(LIMIT), Set.of("PERSON"), type -> "[" + type + "]");
        var engines = new Engines(
                Catalogue.shipped(), text -> "pl", Optional.of(presidio), Optional.empty(), Optional.empty());
        var settings = new PiiSettings(
                Set.of("PERSON", "PL_PESEL"), mode, Map.of(), languages, AllowList.none(), RedactionRules.tokens());
        return new Screening(engines, settings, InstantSource.system())
                .search(TEXT, Scope.everything())
                .report();
    }
}
