package io.vigil.policy;

import io.vigil.policy.Boosts.ConservativeOverride;
import io.vigil.policy.Boosts.HeuristicsCritical;
import io.vigil.policy.Boosts.LlmGuardHighConfidence;
import io.vigil.policy.Boosts.SemanticHighSimilarity;
import io.vigil.policy.Boosts.UnanimousHigh;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides between allow, sanitise and block. Kept under key {@value #KEY} in the bucket
 * {@code vigil-config} as JSON in snake_case; {@code docs/arbiter.md} lists the keys.
 *
 * @param blockMessage what the sender of a blocked text is told, 1 to 500 characters
 * @param monitor whether nothing takes effect: every text passes as it is, and a flag says what would have happened; null
 *     means no
 * @param lists texts whose decision does not depend on their score; null means none
 * @param tenants what single tenants have made stricter, by the tenant's name, at most {@value #MAX_TENANTS}; null means
 *     nothing
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
        String blockMessage,
        @Nullable Boolean monitor,
        @Nullable TextLists lists,
        @Nullable Map<String, TenantPolicy> tenants) {

    /** Key in the bucket. */
    public static final String KEY = "arbiter";

    /** What the sender of a blocked text is told unless configured otherwise. */
    public static final String BLOCK_MESSAGE =
            "Content blocked by security policy. " + "Please rephrase without instructing how to respond.";

    static final int MAX_BLOCK_MESSAGE = 500;
    private static final int MAX_TENANTS = 1_000;
    private static final int MAX_TENANT = 128;

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
        tenants = tenants == null ? null : Map.copyOf(tenants);
        if (tenants != null) {
            check(tenants, lists == null ? TextLists.NONE : lists);
        }
    }

    /** A policy for everybody that takes effect, without lists of texts. */
    public ArbiterPolicy(
            Thresholds thresholds,
            Weights weights,
            Degradation degradation,
            Boosts boosts,
            SanitizeRules sanitize,
            Unsanitizable unsanitizable,
            FailPolicy failPolicy,
            Enforcement enforcement,
            String blockMessage) {
        this(
                thresholds,
                weights,
                degradation,
                boosts,
                sanitize,
                unsanitizable,
                failPolicy,
                enforcement,
                blockMessage,
                null,
                null,
                null);
    }

    private static void check(Map<String, TenantPolicy> tenants, TextLists lists) {
        if (tenants.size() > MAX_TENANTS) {
            throw new IllegalArgumentException("tenants must be at most " + MAX_TENANTS);
        }
        tenants.forEach((name, tenant) -> {
            if (name.isBlank() || name.length() > MAX_TENANT) {
                throw new IllegalArgumentException("tenants must have names of 1 to 128 characters, not blank");
            }
            try {
                var _ = Floor.lists(lists, tenant);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("tenants: with the deny list of one, " + e.getMessage(), e);
            }
        });
    }

    /** Whether nothing takes effect. */
    public boolean monitors() {
        return Boolean.TRUE.equals(monitor);
    }

    /** Texts whose decision does not depend on their score. */
    public TextLists texts() {
        return lists == null ? TextLists.NONE : lists;
    }

    /**
     * What holds for a tenant: this policy, and where the tenant has one, the stricter of both.
     *
     * @param tenant empty without tenants
     */
    public ArbiterPolicy of(String tenant) {
        TenantPolicy own = tenants == null ? null : tenants.get(tenant);
        return own == null ? this : Floor.tightened(this, own);
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
        return with(new Thresholds(block, Math.min(thresholds.sanitize(), block - 1)));
    }

    /** The same policy with other thresholds. */
    public ArbiterPolicy with(Thresholds other) {
        return new ArbiterPolicy(
                other,
                weights,
                degradation,
                boosts,
                sanitize,
                unsanitizable,
                failPolicy,
                enforcement,
                blockMessage,
                monitor,
                lists,
                tenants);
    }

    /** The same policy with another answer to failures. */
    public ArbiterPolicy with(FailPolicy other) {
        return new ArbiterPolicy(
                thresholds,
                weights,
                degradation,
                boosts,
                sanitize,
                unsanitizable,
                other,
                enforcement,
                blockMessage,
                monitor,
                lists,
                tenants);
    }
}
