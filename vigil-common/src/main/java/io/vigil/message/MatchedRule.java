package io.vigil.message;

import static java.util.Objects.requireNonNull;

/**
 * A rule that matched: a finding without its place.
 *
 * @param branch who found it
 * @param category family of the attack
 * @param rule id of the pattern or exemplar
 * @param score weight of this piece of evidence alone, 0 to 100
 * @param description what the rule looks for, in plain words; never text of the request
 */
public record MatchedRule(BranchId branch, String category, String rule, int score, String description) {

    public MatchedRule {
        requireNonNull(branch, "branch");
        requireNonNull(category, "category");
        requireNonNull(rule, "rule");
        requireNonNull(description, "description");
        Range.score(score);
    }
}
