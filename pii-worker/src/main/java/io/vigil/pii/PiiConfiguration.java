package io.vigil.pii;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vigil.message.Detected;
import io.vigil.pii.catalogue.Catalogue;
import io.vigil.pii.language.LanguageGuess;
import io.vigil.pii.language.NgramLanguageGuess;
import io.vigil.pii.recogniser.Recognisers;
import io.vigil.pii.remote.JsonEndpoint;
import io.vigil.pii.remote.LanguageDetectorClient;
import io.vigil.pii.remote.PresidioClient;
import io.vigil.topology.Consumers;
import io.vigil.worker.Stage;
import io.vigil.worker.StageStopwatch;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Puts the PII worker together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PiiProperties.class)
public class PiiConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(PiiConfiguration.class);
    private static final String NAME = "pii";

    @Bean
    Catalogue catalogue() {
        return Catalogue.shipped();
    }

    @Bean(destroyMethod = "shutdownNow")
    HttpClient remoteServices() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
    }

    @Bean
    Screening screening(
            PiiProperties properties,
            Catalogue catalogue,
            HttpClient client,
            InstantSource clock,
            @Value("${vigil.noop:false}") boolean noop) {
        if (noop) {
            return new Screening(
                    new Recognisers(List.of()), LanguageGuess.none(), Optional.empty(), Optional.empty(), clock);
        }
        return new Screening(
                new Recognisers(catalogue.enabled()),
                NgramLanguageGuess.load(),
                presidio(properties.presidio(), catalogue, client),
                languageDetector(properties.languageDetector(), client),
                clock);
    }

    @Bean
    Stage<Detected> stage(Screening screening, InstantSource clock) {
        var stopwatch = new StageStopwatch(NAME, clock, System::nanoTime);
        return new Stage<>(NAME, Consumers.PII, Detected.class, new PiiStage(screening, stopwatch));
    }

    private static Optional<PresidioClient> presidio(
            PiiProperties.Presidio settings, Catalogue catalogue, HttpClient client) {
        return endpoint("presidio", settings.url(), "/analyze", settings.timeout(), client)
                .map(endpoint -> new PresidioClient(endpoint, settings.entities(), catalogue::token));
    }

    private static Optional<LanguageDetectorClient> languageDetector(
            PiiProperties.LanguageDetector settings, HttpClient client) {
        return endpoint("language_detector", settings.url(), "/detect", settings.timeout(), client)
                .map(LanguageDetectorClient::new);
    }

    private static Optional<JsonEndpoint> endpoint(
            String name, String url, String path, Duration limit, HttpClient client) {
        if (url.isEmpty()) {
            return Optional.empty();
        }
        URI uri = URI.create((url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + path);
        return Optional.of(new JsonEndpoint(uri, limit, client, breaker(name), new JsonMapper()));
    }

    /** Opens when half of the last twenty calls failed; tries again after ten seconds. */
    private static CircuitBreaker breaker(String name) {
        var breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(10))
                        .permittedNumberOfCallsInHalfOpenState(4)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(change -> LOG.warn("circuit {}: {}", name, change.getStateTransition()));
        return breaker;
    }
}
