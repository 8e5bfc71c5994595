package io.vigil.api.clients;

import io.vigil.api.check.AnswerBody;
import io.vigil.message.BranchId;
import io.vigil.message.Decision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Our words in those of the v1 API. Pure. */
final class Words {

    /** Names of branches; whatever else can be missing belongs to personal data. */
    private static final Map<String, String> BRANCHES =
            Arrays.stream(BranchId.values()).collect(Collectors.toUnmodifiableMap(BranchId::wireName, Words::branch));

    private static final String PII = "pii";
    private static final String BLIND = "all_branches_degraded";

    private Words() {}

    static String decision(Decision decision) {
        return switch (decision) {
            case ALLOW -> "ALLOWED";
            case SANITIZE -> "SANITIZED";
            case BLOCK -> "BLOCKED";
        };
    }

    static String threatLevel(int score) {
        if (score >= 85) {
            return "CRITICAL";
        }
        if (score >= 65) {
            return "HIGH";
        }
        return score >= 30 ? "MEDIUM" : "LOW";
    }

    static List<String> missing(List<String> degraded) {
        return distinct(degraded, name -> BRANCHES.getOrDefault(name, PII));
    }

    static List<String> flags(AnswerBody answer) {
        var flags = new LinkedHashSet<String>();
        for (String flag : answer.flags()) {
            flags.add((flag.equals(BLIND) && isFailOpen(answer) ? "FAILOPEN_" : "") + upper(flag));
        }
        flags.addAll(distinct(
                answer.degradedBranches(), name -> upper(BRANCHES.containsKey(name) ? name : PII) + "_DEGRADED"));
        return List.copyOf(flags);
    }

    static boolean isFailOpen(AnswerBody answer) {
        return answer.decision() == Decision.ALLOW && answer.flags().contains(BLIND);
    }

    /** To the millisecond. */
    static String instant(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static String branch(BranchId id) {
        return switch (id) {
            case HEURISTICS -> "heuristics";
            case SEMANTIC -> "semantic";
            case CLASSIFIER -> "llmGuard";
        };
    }

    private static List<String> distinct(List<String> names, Function<String, String> word) {
        return names.stream().map(word).distinct().toList();
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
