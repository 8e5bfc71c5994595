package io.vigil.detection;

import io.vigil.detection.heuristics.pattern.AttackFamily;
import io.vigil.detection.remote.BreakerSettings;
import io.vigil.detection.semantic.ScreenLimits;
import io.vigil.message.Mode;
import io.vigil.policy.ArbiterPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the detection worker.
 *
 * @param heuristics branch A
 * @param semantic branch B
 * @param classifier branch C
 * @param cascade when branches are left out because the decision is foregone
 * @param breaker when a remote branch is left alone for a while
 * @param computeThreads how many texts the embedded branches work on at once; 0 means one per processor core
 */
@Validated
@ConfigurationProperties("vigil.detection")
public record DetectionProperties(
        @DefaultValue Heuristics heuristics,
        @DefaultValue Semantic semantic,
        @DefaultValue Classifier classifier,
        @DefaultValue Cascading cascade,
        @DefaultValue Breaker breaker,
        @DefaultValue("0") int computeThreads) {

    private static final int MAX_THREADS = 256;

    public DetectionProperties {
        range("compute-threads", computeThreads, 0, MAX_THREADS);
    }

    /**
     * Branch A.
     *
     * @param url base URL of a heuristics service; without one the embedded detectors run
     * @param timeLimit longest time for one text
     * @param policyFamilies forbidden subjects that the embedded detectors look for, of cbrne, self-harm, weapons, malware
     * @param phrasing whether mode fast, which has no classifier, also weighs how a text is worded
     */
    public record Heuristics(
            @Nullable URI url,
            @DefaultValue("1s") Duration timeLimit,
            @DefaultValue List<String> policyFamilies,
            @DefaultValue("true") boolean phrasing) {
        public Heuristics {
            remote("heuristics", url, timeLimit);
            policyFamilies = List.copyOf(policyFamilies);
            policyFamilies.forEach(Heuristics::policy);
        }

        Set<AttackFamily> policies() {
            return policyFamilies.stream().map(Heuristics::policy).collect(Collectors.toUnmodifiableSet());
        }

        private static AttackFamily policy(String name) {
            return AttackFamily.policy(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "vigil.detection.heuristics.policy-families must be of cbrne, self-harm, weapons, malware, but names "
                                    + name));
        }
    }

    /**
     * Branch B.
     *
     * @param url base URL of a semantic service; without one the embedded model runs
     * @param timeLimit longest time for one text
     * @param full how much of a text the embedded model looks at
     * @param fast the same in mode fast
     */
    public record Semantic(
            @Nullable URI url,
            @DefaultValue("2s") Duration timeLimit,
            @DefaultValue Full full,
            @DefaultValue Fast fast) {
        public Semantic {
            remote("semantic", url, timeLimit);
        }

        Map<Mode, ScreenLimits> limits() {
            return Map.of(
                    Mode.FULL, new ScreenLimits(full.screenThreshold(), full.maxWindows()),
                    Mode.FAST, new ScreenLimits(fast.screenThreshold(), fast.maxWindows()));
        }
    }

    /**
     * How much of a text the embedded model looks at in mode full.
     *
     * @param screenThreshold sentences whose words promise less evidence than this do not go to the model; -1 sends all
     * @param maxWindows how many sentences of one text go to the model at most
     */
    public record Full(
            @DefaultValue("0.16") double screenThreshold,
            @DefaultValue("16") int maxWindows) {
        public Full {
            screen("semantic.full", screenThreshold, maxWindows);
        }
    }

    /**
     * How much of a text the embedded model looks at in mode fast.
     *
     * @param screenThreshold sentences whose words promise less evidence than this do not go to the model; -1 sends all
     * @param maxWindows how many sentences of one text go to the model at most
     */
    public record Fast(
            @DefaultValue("0.23") double screenThreshold,
            @DefaultValue("1") int maxWindows) {
        public Fast {
            screen("semantic.fast", screenThreshold, maxWindows);
        }
    }

    /**
     * Branch C.
     *
     * @param url base URL of a prompt-guard-api; without one the embedded classifier runs
     * @param timeLimit longest time for one text
     * @param maxWindows how many passages of one text the embedded model reads at most; in mode fast it reads none
     * @param screening whether passages that the embedded classifier's n-grams find harmless are left unread by its transformer
     * @param model path of an ONNX text classifier to use instead of the one that comes with the worker
     * @param tokenizer path of that model's vocab.txt or tokenizer.json (WordPiece)
     * @param label that model's label for an attack: its index, or its name in the config.json beside the model
     * @param maxTokens longest sequence that goes to that model, in word pieces
     */
    public record Classifier(
            @Nullable URI url,
            @DefaultValue("3s") Duration timeLimit,
            @DefaultValue("32") int maxWindows,
            @DefaultValue("true") boolean screening,
            @Nullable String model,
            @Nullable String tokenizer,
            @DefaultValue("1") String label,
            @DefaultValue("256") int maxTokens) {
        public Classifier {
            remote("classifier", url, timeLimit);
            range("classifier.max-windows", maxWindows, 1, 10_000);
            range("classifier.max-tokens", maxTokens, 8, 512);
            model = model == null || model.isBlank() ? null : model;
            tokenizer = tokenizer == null || tokenizer.isBlank() ? null : tokenizer;
            if (model != null && tokenizer == null) {
                throw new IllegalArgumentException(
                        "vigil.detection.classifier.tokenizer must be given with vigil.detection.classifier.model");
            }
            if (model == null && tokenizer != null) {
                throw new IllegalArgumentException(
                        "vigil.detection.classifier.model must be given with vigil.detection.classifier.tokenizer");
            }
        }
    }

    /**
     * When branches are left out because the decision is foregone. The policy is the arbiter's, live.
     *
     * @param enabled off: every branch of the mode is asked
     * @param blockThreshold scores from here are blocked while the bucket has no policy; the same as the arbiter's, 1 to 100
     */
    public record Cascading(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("70") int blockThreshold) {
        public Cascading {
            range("cascade.block-threshold", blockThreshold, 1, 100);
        }

        ArbiterPolicy builtInPolicy() {
            return ArbiterPolicy.defaults().withBlockThreshold(blockThreshold);
        }
    }

    /**
     * When a remote branch is left alone for a while.
     *
     * @param calls how many of the last calls are looked at; it never opens before that many were made
     * @param failureRate percentage of failed calls from which on it opens
     * @param openFor how long it stays open before a trial call
     */
    public record Breaker(
            @DefaultValue("10") int calls,
            @DefaultValue("50") int failureRate,
            @DefaultValue("5s") Duration openFor) {
        public Breaker {
            range("breaker.calls", calls, 1, 1000);
            range("breaker.failure-rate", failureRate, 1, 100);
            positive("breaker.open-for", openFor);
        }

        BreakerSettings settings() {
            return new BreakerSettings(calls, failureRate, openFor);
        }
    }

    private static void remote(String room, @Nullable URI url, Duration timeLimit) {
        positive(room + ".time-limit", timeLimit);
        if (url != null && !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException(
                    "vigil.detection." + room + ".url must be an http or https URL, but is " + url);
        }
    }

    private static void screen(String key, double threshold, int maxWindows) {
        if (!(threshold >= -1 && threshold <= 0.25)) {
            throw new IllegalArgumentException(
                    "vigil.detection." + key + ".screen-threshold must be -1 to 0.25, but is " + threshold);
        }
        range(key + ".max-windows", maxWindows, 1, 10_000);
    }

    private static void range(String key, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "vigil.detection." + key + " must be " + min + " to " + max + ", but is " + value);
        }
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("vigil.detection." + key + " must be longer than 0, but is " + value);
        }
    }
}
