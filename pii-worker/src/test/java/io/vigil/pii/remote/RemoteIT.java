package io.vigil.pii.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.PiiEntity;
import io.vigil.message.Span;
import io.vigil.pii.language.LanguageGuess;
import io.vigil.pii.remote.Service.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients against a real HTTP server on the loopback address. */
class RemoteIT {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final List<String> LANGUAGES = List.of("pl", "en");
    private static final Set<String> TYPES = Set.of("PERSON");
    private static final String PERSON = """
            {"entities":[{"type":"PERSON","start":%d,"end":%d,"score":0.85,"text":"x"},
                         {"type":"DATE_TIME","start":0,"end":1,"score":0.6,"text":"x"}],"language":"pl"}""";

    @Test
    void asksInBothLanguagesAndForConfiguredTypesOnly() {
        try (var service = new Service(question -> new Reply(200, PERSON.formatted(0, 3)))) {
            var found = found(client(service), "Jan pisze");
            assertThat(service.questions())
                    .extracting(question -> question.get("language").asString())
                    .containsExactlyInAnyOrder("pl", "en");
            assertThat(service.questions())
                    .allSatisfy(question ->
                            assertThat(question.get("entities").size()).isEqualTo(1));
            assertThat(found).containsOnly(new PiiEntity("PERSON", new Span(0, 3), 0.85, "[PERSON]"));
        }
    }

    @Test
    void asksInTheLanguagesThatAreWanted() {
        try (var service = new Service(question -> new Reply(200, "{\"entities\":[]}"))) {
            client(service).analyze("Jan pisze", List.of("pl"), TYPES).forEach(answer -> answer.join());
            assertThat(service.questions())
                    .singleElement()
                    .satisfies(question ->
                            assertThat(question.get("language").asString()).isEqualTo("pl"));
            assertThat(client(service).analyze("Jan pisze", List.of(), TYPES)).isEmpty();
        }
    }

    /** The service takes an empty list of types for all of them. */
    @Test
    void asksNobodyWhereNothingIsWanted() {
        try (var service = new Service(question -> new Reply(200, PERSON.formatted(0, 3)))) {
            assertThat(client(service).analyze("Jan pisze", LANGUAGES, Set.of()))
                    .isEmpty();
            assertThat(client(service).analyze("Jan pisze", LANGUAGES, Set.of("EMAIL_ADDRESS")))
                    .isEmpty();
            assertThat(service.questions()).isEmpty();
        }
    }

    @Test
    void turnsCodePointsIntoCodeUnits() {
        String text = "\uD83D\uDE00\uD83D\uDE00 Jan";
        try (var service = new Service(question -> new Reply(200, PERSON.formatted(3, 6)))) {
            assertThat(found(client(service), text))
                    .allSatisfy(entity -> assertThat(text.substring(
                                    entity.span().start(), entity.span().end()))
                            .isEqualTo("Jan"));
        }
    }

    @Test
    void cutsLongTextsSoThatEveryValueIsWholeInOnePart() {
        String text = "\uD83D\uDE00".repeat(9_990) + " Jan Nowak " + "x".repeat(12_000);
        try (var service = new Service(question -> {
            String part = question.get("text").asString();
            int at = part.indexOf("Jan Nowak");
            int point = at < 0 ? 0 : part.codePointCount(0, at);
            return new Reply(200, at < 0 ? "{\"entities\":[]}" : PERSON.formatted(point, point + 9));
        })) {
            assertThat(found(client(service), text))
                    .isNotEmpty()
                    .allSatisfy(entity -> assertThat(text.substring(
                                    entity.span().start(), entity.span().end()))
                            .isEqualTo("Jan Nowak"));
            assertThat(service.questions()).allSatisfy(question -> {
                String part = question.get("text").asString();
                assertThat(part.codePointCount(0, part.length())).isLessThanOrEqualTo(10_000);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500 | {}
            422 | {"error":"too long"}
            200 | not json
            200 | {}
            200 | {"entities":[{"type":"PERSON","start":5,"end":4,"score":0.5}]}
            200 | {"entities":[{"type":"PERSON","start":0,"end":4000,"score":0.5}]}
            200 | {"entities":[{"type":"PERSON","start":0,"end":1,"score":7}]}
            """)
    void countsNonsenseAsMissing(int status, String body) {
        try (var service = new Service(question -> new Reply(status, body))) {
            for (var answer : client(service).analyze("Jan pisze", LANGUAGES, TYPES)) {
                assertThat(answer.join()).isEqualTo(new Answer.Missing<>("bad_answer"));
            }
        }
    }

    @Test
    void waitsNoLongerThanTheLimit() {
        var closed = new CountDownLatch(1);
        try (var service = new Service(question -> {
            awaitQuietly(closed);
            return new Reply(200, "{}");
        })) {
            var client = new PresidioClient(service.endpoint(Duration.ofMillis(100)), List.of("PERSON"), type -> "[X]");
            for (var answer : client.analyze("Jan", LANGUAGES, TYPES)) {
                assertThat(answer.join()).isEqualTo(new Answer.Missing<>("timeout"));
            }
            closed.countDown();
        }
    }

    @Test
    void stopsAskingAServiceThatFails() {
        try (var service = new Service(question -> new Reply(500, "{}"))) {
            var client = client(service);
            for (int i = 0; i < 2; i++) {
                client.analyze("Jan", LANGUAGES, TYPES).forEach(answer -> answer.join());
            }
            int asked = service.questions().size();
            for (var answer : client.analyze("Jan", LANGUAGES, TYPES)) {
                assertThat(answer.join()).isEqualTo(new Answer.Missing<>("circuit_open"));
            }
            assertThat(service.questions()).hasSize(asked);
        }
    }

    @Test
    void takesTheLanguageFromTheDetector() {
        try (var service = new Service(question -> new Reply(200, "{\"language\":\"pl\",\"confidence\":0.9}"))) {
            var client = new LanguageDetectorClient(service.endpoint(LIMIT));
            assertThat(client.detect("Dzień dobry").join()).isEqualTo(new Answer.Given<>("pl"));
            assertThat(client.detect(" a ").join()).isEqualTo(new Answer.Given<>(LanguageGuess.UNKNOWN));
            assertThat(service.questions()).hasSize(1);
        }
    }

    @Test
    void doesNotBelieveTheFallbackOfAFailedDetector() {
        String fallback = "{\"language\":\"pl\",\"confidence\":0,\"is_service_error\":true}";
        try (var service = new Service(question -> new Reply(200, fallback))) {
            var client = new LanguageDetectorClient(service.endpoint(LIMIT));
            assertThat(client.detect("Good morning").join()).isEqualTo(new Answer.Missing<>("bad_answer"));
        }
    }

    private static PresidioClient client(Service service) {
        return new PresidioClient(service.endpoint(LIMIT), List.of("PERSON"), type -> "[" + type + "]");
    }

    private static List<PiiEntity> found(PresidioClient client, String text) {
        var found = new ArrayList<PiiEntity>();
        for (var answer : client.analyze(text, LANGUAGES, TYPES)) {
            assertThat(answer.join()).isInstanceOfSatisfying(Answer.Given.class, given -> {
                for (Object entity : (List<?>) given.value()) {
                    found.add((PiiEntity) entity);
                }
            });
        }
        return found;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
