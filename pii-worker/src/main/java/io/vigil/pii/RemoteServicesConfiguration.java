package io.vigil.pii;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.vigil.pii.catalogue.Catalogue;
import io.vigil.pii.language.LanguageGuess;
import io.vigil.pii.language.NgramLanguageGuess;
import io.vigil.pii.remote.JsonEndpoint;
import io.vigil.pii.remote.LanguageDetectorClient;
import io.vigil.pii.remote.PresidioClient;
import io.vigil.pii.search.Engines;
import io.vigil.pii.tagger.NameTagger;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The engines, embedded and remote. */
@Configuration(proxyBeanMethods = false)
class RemoteServicesConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteServicesConfiguration.class);

    @Bean(destroyMethod = "shutdownNow")
    HttpClient remoteServices() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
    }

    @Bean
    Engines engines(
            PiiProperties properties,
            Catalogue catalogue,
            HttpClient client,
            ObjectProvider<NameTagger> tagger,
            @Value("${vigil.noop:false}") boolean noop) {
        if (noop) {
            return Engines.embedded(catalogue, LanguageGuess.none());
        }
        return new Engines(
                catalogue,
                NgramLanguageGuess.load(),
                presidio(properties.presidio(), catalogue, client),
                languageDetector(properties.languageDetector(), client),
                Optional.ofNullable(tagger.getIfAvailable()));
    }

    /** The operator's model for names; null without one, and in an emptied stage. */
    @Bean
    @Nullable NameTagger nameTagger(PiiProperties properties, Catalogue catalogue, @Value("${vigil.noop:false}") boolean noop) {
        var settings = properties.ner();
        if (noop || settings.model().isEmpty()) {
            return null;
        }
        settings.labels().forEach((label, entity) -> {
            if (!catalogue.names().contains(entity)) {
                throw new IllegalArgumentException("vigil.pii.ner.labels must lead to one of " + catalogue.names()
                        + ", but " + label + " leads to " + entity);
            }
        });
        return NameTagger.load(
                "vigil.pii.ner",
                settings.model(),
                settings.tokenizer(),
                settings.labels(),
                settings.maxTokens(),
                settings.timeLimit());
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
