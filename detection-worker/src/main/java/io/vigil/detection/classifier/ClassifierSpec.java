package io.vigil.detection.classifier;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.message.Source;
import io.vigil.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a classifier says about itself: {@code classifier.json}.
 *
 * @param format 1
 * @param modelVersion a name for people
 * @param maxTokens longest sequence that the model reads, special tokens included
 * @param windowOverlap how many word pieces neighbouring windows share
 * @param modelWeight share of the transformer in the log-odds; 0 where there is none
 * @param ngramWeight share of the n-grams in the log-odds; 0 where there are none
 * @param calibration from log-odds to a probability
 * @param threshold probability from which the text counts as an attack, 0 to 1
 * @param operatingPoints probabilities with known shares of false alarms
 * @param sourcePrefix words put before the text, by {@link Source#wireName()}; none where missing
 * @param screen which windows the transformer need not read; null: it reads all
 * @param ngramsAlone how the n-grams are read without the transformer; null: they are not
 */
record ClassifierSpec(
        int format,
        String modelVersion,
        int maxTokens,
        int windowOverlap,
        double modelWeight,
        double ngramWeight,
        Calibration calibration,
        double threshold,
        OperatingPoints operatingPoints,
        Map<String, String> sourcePrefix,
        @Nullable NgramScreen screen,
        @Nullable NgramsAlone ngramsAlone) {

    private static final int FORMAT = 1;
    private static final int MOST_TOKENS = 512;

    ClassifierSpec {
        requireNonNull(modelVersion, "model_version");
        requireNonNull(calibration, "calibration");
        requireNonNull(operatingPoints, "operating_points");
        sourcePrefix = sourcePrefix == null ? Map.of() : Map.copyOf(sourcePrefix);
        require(format == FORMAT, "format must be " + FORMAT);
        require(maxTokens >= 8 && maxTokens <= MOST_TOKENS, "max_tokens must be 8 to " + MOST_TOKENS);
        require(windowOverlap >= 0 && windowOverlap < maxTokens - 2, "window_overlap must leave room for new words");
        require(modelWeight >= 0 && ngramWeight >= 0 && modelWeight + ngramWeight > 0, "one weight must be above 0");
        require(threshold > 0 && threshold < 1, "threshold must be between 0 and 1");
        require(screen == null || (modelWeight > 0 && ngramWeight > 0), "screen needs n-grams and a transformer");
        require(
                screen == null
                        || calibration.probability(screen.estimate(screen.below())) < operatingPoints.fivePercent(),
                "screen must settle no window that could be suspicious");
        require(ngramsAlone == null || ngramWeight > 0, "ngrams_alone needs n-grams");
    }

    /**
     * Platt's scaling: {@code 1 / (1 + exp(-(a z + b)))}.
     *
     * @param kind {@code platt}
     * @param a above 0, so that more evidence is never less probable
     */
    record Calibration(String kind, double a, double b) {
        /** Log-odds are taken as they are. */
        static final Calibration NONE = new Calibration("platt", 1, 0);

        Calibration {
            require("platt".equals(kind), "calibration.kind must be platt");
            require(a > 0 && Double.isFinite(a) && Double.isFinite(b), "calibration needs a above 0 and a finite b");
        }

        double probability(double logOdds) {
            return 1 / (1 + Math.exp(-(a * logOdds + b)));
        }
    }

    /**
     * Probabilities that 1 and 5 of 100 harmless texts reach.
     *
     * @param onePercent above {@code fivePercent}
     */
    record OperatingPoints(
            @JsonProperty("false_alarms_1_percent") double onePercent,
            @JsonProperty("false_alarms_5_percent") double fivePercent) {}

    /**
     * Windows whose n-grams alone say enough. The log-odds of such a window are estimated from its n-grams' on a line.
     *
     * @param below n-gram log-odds under which the transformer does not read a window
     * @param slope 0 or more
     */
    record NgramScreen(double below, double slope, double intercept) {
        NgramScreen {
            require(
                    slope >= 0 && Double.isFinite(below + slope + intercept),
                    "screen needs finite numbers and a slope of 0 or more");
        }

        boolean settles(double ngramLogit) {
            return ngramLogit < below;
        }

        double estimate(double ngramLogit) {
            return slope * ngramLogit + intercept;
        }
    }

    /**
     * What the n-grams say where no transformer reads.
     *
     * @param calibration from their log-odds to a probability
     * @param operatingPoints probabilities with known shares of false alarms
     */
    record NgramsAlone(Calibration calibration, OperatingPoints operatingPoints) {
        NgramsAlone {
            requireNonNull(calibration, "ngrams_alone.calibration");
            requireNonNull(operatingPoints, "ngrams_alone.operating_points");
        }
    }

    /** The same without the screen. */
    ClassifierSpec unscreened() {
        return with(modelWeight, ngramWeight, calibration, operatingPoints);
    }

    /** The same without the transformer; empty where the n-grams are not read alone. */
    Optional<ClassifierSpec> withoutTransformer() {
        return Optional.ofNullable(ngramsAlone).map(alone -> with(0, 1, alone.calibration(), alone.operatingPoints()));
    }

    private ClassifierSpec with(double ofModel, double ofNgrams, Calibration scaled, OperatingPoints points) {
        return new ClassifierSpec(
                format,
                modelVersion,
                maxTokens,
                windowOverlap,
                ofModel,
                ofNgrams,
                scaled,
                points.onePercent(),
                points,
                sourcePrefix,
                null,
                ngramsAlone);
    }

    /** Reads {@code classifier.json} and closes the stream; unknown keys are ignored. */
    static ClassifierSpec read(InputStream json) throws IOException {
        try (json) {
            return Json.mapper().readValue(json, ClassifierSpec.class);
        } catch (JacksonException e) {
            throw new IOException("classifier.json: " + reason(e), e);
        }
    }

    /** Points by the operating points: 40 where 5 of 100 harmless texts get, 70 where 1 of 100 does. */
    ScoreScale scale() {
        return new ScoreScale(operatingPoints.fivePercent(), operatingPoints.onePercent());
    }

    String prefix(Source source) {
        return sourcePrefix.getOrDefault(source.wireName(), "");
    }

    private static String reason(JacksonException e) {
        return e.getCause() == null
                ? "a value is missing or of the wrong type"
                : String.valueOf(e.getCause().getMessage());
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
