package io.vigil.policy;

import io.vigil.policy.Boosts.ConservativeOverride;
import io.vigil.policy.Boosts.HeuristicsCritical;
import io.vigil.policy.Boosts.LlmGuardHighConfidence;
import io.vigil.policy.Boosts.SemanticHighSimilarity;
import io.vigil.policy.Boosts.UnanimousHigh;

/**
 * Everything that decides between allow, sanitise and block. Kept under key {@value #KEY} in the bucket
 * {@code vigil-config} as JSON in snake_case; {@code docs/arbiter.md} lists the keys.
 *
 * @param blockMessage what the sender of a blocked text is told, 1 to 500 characters
 */
public record ArbiterPolicy(
        Thresholds thresholds,
        Weights weights,
        Degradation degradation,
        Boosts boosts,
        SanitizeRules sanitize,
        Unsanitizable unsanitizable,
        FailPolicy failPolicy,
        Enforcement enforcement,
        String blockMessage) {

    /** Key in the bucket. */
    public static final String KEY = "arbiter";

    /** What the sender of a blocked text is told unless configured otherwise. */
    public static final String BLOCK_MESSAGE =
            "Content blocked by security policy. " + "Please rephrase without instructing how to respond.";

    private static final int MAX_BLOCK_MESSAGE = 500;

    public ArbiterPolicy {
        Allowed.present("thresholds", thresholds);
        Allowed.present("weights", weights);
        Allowed.present("degradation", degradation);
        Allowed.present("boosts", boosts);
        Allowed.present("sanitize", sanitize);
        Allowed.present("unsanitizable", unsanitizable);
        Allowed.present("fail_policy", failPolicy);
        Allowed.present("enforcement", enforcement);
        Allowed.text("block_message", blockMessage, MAX_BLOCK_MESSAGE);
    }

    /** The documented defaults. */
    public static ArbiterPolicy defaults() {
        return new ArbiterPolicy(
                new Thresholds(70, 30),
                new Weights(new Weights.Full(0.30, 0.35, 0.35), new Weights.Fast(0.462, 0.538)),
                new Degradation(0.1),
                new Boosts(
                        new ConservativeOverride(true, 70, true, 70),
                        new SemanticHighSimilarity(true, 80),
                        new HeuristicsCritical(true, 75, 80),
                        new LlmGuardHighConfidence(true, 0.9, 85),
                        new UnanimousHigh(true, 90)),
                new SanitizeRules("[removed]", 20),
                new Unsanitizable(50, true),
                new FailPolicy(FailPolicy.Action.BLOCK, FailPolicy.Action.ALLOW),
                new Enforcement(true, true),
                BLOCK_MESSAGE);
    }

    /**
     * The same policy with another threshold; that of sanitising goes down with it where it must.
     *
     * @param block scores from here are blocked, 1 to 100
     */
    public ArbiterPolicy withBlockThreshold(int block) {
        return new ArbiterPolicy(
                new Thresholds(block, Math.min(thresholds.sanitize(), block - 1)),
                weights,
                degradation,
                boosts,
                sanitize,
                unsanitizable,
                failPolicy,
                enforcement,
                blockMessage);
    }
}
