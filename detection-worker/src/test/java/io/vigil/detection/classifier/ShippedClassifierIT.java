package io.vigil.detection.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.message.Source;
import io.vigil.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The classifier that comes with the worker says what the training said, text by text. */
class ShippedClassifierIT {
    private static final String FOLDER = "/vigil-classifier/";
    /** int8 kernels differ between processors. */
    private static final double MODEL_TOLERANCE = 0.15;

    private static TextClassifier classifier;

    @BeforeAll
    static void load() throws IOException {
        classifier = ShippedClassifier.load(
                        name -> ShippedClassifierIT.class.getResourceAsStream(FOLDER + name), Optional::of)
                .orElseThrow();
    }

    @AfterAll
    static void close() {
        classifier.close();
    }

    static List<JsonNode> expectations() throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ShippedClassifierIT.class.getResourceAsStream(FOLDER + "expected.jsonl")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> Json.mapper().readTree(line))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void saysWhatTheTrainingSaid(JsonNode expected) {
        var source = source(expected.path("source").asString(""));
        var excerpts = classifier.excerpts(expected.path("text").asString(""), source);
        double highest = Double.NEGATIVE_INFINITY;
        for (var excerpt : excerpts) {
            highest = Math.max(
                    highest, classifier.logOdds(List.of(excerpt), source).getFirst());
        }

        assertThat(excerpts).hasSize(expected.path("windows").asInt());
        if (!excerpts.isEmpty()) {
            var spec = classifier.spec();
            var first = excerpts.getFirst();
            if (spec.ngramWeight() > 0) {
                assertThat(first.ngramLogit())
                        .isCloseTo(expected.path("ngram_logit").asDouble(), within(1e-4));
            }
            double probability = spec.calibration().probability(highest);
            double nearby = spec.calibration().a() * spec.modelWeight() * MODEL_TOLERANCE / 4 + 1e-4;
            assertThat(probability).isCloseTo(expected.path("probability").asDouble(), within(nearby));
        }
    }

    private static Source source(String name) {
        return Stream.of(Source.values())
                .filter(source -> source.wireName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
