package io.vigil.policy;

/**
 * How attack spans are taken out of a text.
 *
 * @param redactToken what stands in their place, 1 to 40 characters
 * @param minFindingScore findings from this score name a span worth removing, 0 to 100
 */
public record SanitizeRules(String redactToken, int minFindingScore) {

    private static final int MAX_TOKEN = 40;

    public SanitizeRules {
        Allowed.text("sanitize.redact_token", redactToken, MAX_TOKEN);
        Allowed.score("sanitize.min_finding_score", minFindingScore);
    }
}
